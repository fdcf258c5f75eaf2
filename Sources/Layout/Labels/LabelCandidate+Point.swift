public import Graphics

/// Where a label stands, seen from the point it names.
public enum LabelSide: String, Hashable, Sendable, CaseIterable {
    /// Centred above.
    case above
    /// Centred below.
    case below
    /// To the right, level with the point.
    case right
    /// To the left, level with the point.
    case left
    /// Up and to the right.
    case aboveRight
    /// Up and to the left.
    case aboveLeft
    /// Down and to the right.
    case belowRight
    /// Down and to the left.
    case belowLeft

    /// The order for charts: above first, where a point's value is looked for.
    public static let chart: [LabelSide] = [
        .above, .right, .left, .below, .aboveRight, .aboveLeft, .belowRight, .belowLeft,
    ]
    /// The order for points that a line reaches from above: the mirror of `chart`.
    public static let valley: [LabelSide] = [
        .below, .right, .left, .above, .belowRight, .belowLeft, .aboveRight, .aboveLeft,
    ]
    /// The order for maps: upper right first, as cartographers do (Imhof 1975).
    public static let map: [LabelSide] = [
        .aboveRight, .belowRight, .aboveLeft, .belowLeft, .right, .left, .above, .below,
    ]

    /// -1 for left of the point, 0 for centred on it, 1 for right of it.
    fileprivate var across: Double {
        switch self {
        case .above, .below: 0
        case .right, .aboveRight, .belowRight: 1
        case .left, .aboveLeft, .belowLeft: -1
        }
    }

    /// -1 for above the point, 0 for level with it, 1 for below it.
    fileprivate var down: Double {
        switch self {
        case .left, .right: 0
        case .above, .aboveRight, .aboveLeft: -1
        case .below, .belowRight, .belowLeft: 1
        }
    }
}

extension LabelCandidate {
    /// Places around a point or a round marker, the first of `order` costing 0 and each next 1 more.
    ///
    /// Places above, below and beside also slide along the marker, for up to 0.6 more: less than
    /// taking the next side. A line that labels should rather not cross costs more than all sides,
    /// as in `.soft(10)`; places further out, at the end of a leader, cost 12 and more.
    ///
    /// - Parameters:
    ///   - radius: of the marker, in points.
    ///   - gap: between marker and letters, in points.
    ///   - distances: how much further out labels with leaders may stand, in points.
    public static func around(
        _ point: Point, text: LabelText, radius: Double = 0, gap: Double = 3.2,
        order: [LabelSide] = LabelSide.chart, allowsSliding: Bool = true,
        distances: [Double] = [], allowsShapes: Bool = true
    ) -> [LabelCandidate] {
        var candidates: [LabelCandidate] = []
        for (rank, side) in order.enumerated() {
            let place = Surrounding(point: point, text: text, radius: radius, gap: gap, side: side)
            for (slide, cost) in allowsSliding ? place.slides : [(Point.zero, 0)] {
                candidates.append(
                    LabelCandidate(
                        place.box(further: 0).offset(by: slide), cost: Double(rank) + cost,
                        alignment: place.alignment, allowsShapes: allowsShapes))
            }
        }
        for (step, distance) in distances.enumerated() {
            for (rank, side) in order.enumerated() {
                let place = Surrounding(
                    point: point, text: text, radius: radius, gap: gap, side: side)
                for (slide, cost) in allowsSliding ? place.slides : [(Point.zero, 0)] {
                    let box = place.box(further: distance).offset(by: slide)
                    candidates.append(
                        LabelCandidate(
                            box, cost: 12 + 4 * Double(step) + Double(rank) / 2 + cost / 2,
                            leaders: [place.leader(to: box)].compactMap { $0 },
                            alignment: place.alignment,
                            allowsShapes: allowsShapes))
                }
            }
        }
        return candidates
    }
}

/// One side of a point, and where a label stands there.
private struct Surrounding {
    var point: Point
    var text: LabelText
    var radius: Double
    var gap: Double
    var side: LabelSide

    /// Lines begin at the point where the label stands right of it, and end there left of it.
    var alignment: HorizontalAlignment {
        side.across > 0 ? .left : side.across < 0 ? .right : .center
    }

    /// The body of the label, `distance` further out than next to the marker.
    func box(further distance: Double) -> Rect {
        // Letters that hang towards the marker keep clear of it too.
        let hanging = side.down < 0 ? text.overhang.bottom : side.down > 0 ? text.overhang.top : 0
        let isCorner = side.across != 0 && side.down != 0
        // Half a square's diagonal: how far a round marker reaches towards a corner.
        let reach = isCorner ? radius * 0.7072 : radius
        let air = isCorner ? gap * 0.7072 : gap
        let out = reach + max(air, LabelPlacer.clearanceAcross) + distance
        let away = reach + max(air, LabelPlacer.clearanceDown + hanging) + distance
        let (width, height) = (text.size.width, text.size.height)
        return Rect(
            x: point.x + side.across * (out + width / 2) - width / 2,
            y: point.y + side.down * (away + height / 2) - height / 2,
            width: width, height: height)
    }

    /// How a label may move without leaving its side, and what that costs.
    var slides: [(Point, Double)] {
        if side.across == 0 {
            return [(0, 0), (0.25, 0.3), (-0.25, 0.31), (0.5, 0.6), (-0.5, 0.61)].map {
                (Point($0.0 * text.size.width, 0), $0.1)
            }
        }
        if side.down == 0 {
            return [(0, 0), (-0.5, 0.4), (0.5, 0.41)].map {
                (Point(0, $0.0 * text.size.height), $0.1)
            }
        }
        return [(.zero, 0)]
    }

    /// From the marker's edge to the place on the letters that is nearest to it.
    func leader(to box: Rect) -> Polyline? {
        let letters = text.letters(in: box, alignment).outset(by: LabelPlacer.clearanceLeader)
        let end = Point(
            min(max(point.x, letters.minX), letters.maxX),
            min(max(point.y, letters.minY), letters.maxY))
        let length = end.distance(to: point)
        guard length > radius + 1 else { return nil }
        return Polyline([point + (end - point) * ((radius + 1) / length), end])
    }
}
