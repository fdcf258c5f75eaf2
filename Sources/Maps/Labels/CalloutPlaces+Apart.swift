import Graphics
import Layout

extension CalloutPlaces {
    /// Leaders of one label that come closer than this for long are hard to tell apart, in points.
    private static let apartness = 3.0
    /// How far several leaders of a label reach sideways at least, before they bend, in points.
    private static let slant = 3.0
    /// What a point of a leader costs that runs on top of another one.
    private static let together = 0.06

    /// Places on the guides, with leaders to all that the label names.
    ///
    /// - Parameter isDeep: whether places count that are nearly the same as others, for labels that
    ///   found no room without them.
    func apart(_ block: LabelBlock, from anchors: [Point], isDeep: Bool = false) -> [Callout] {
        guard let reach = Rect(around: anchors) else { return [] }
        let guides = CalloutGuides(frame: frame, labels: labels, isDeep: isDeep)
        // Leaders that only rise to their bend run on top of each other.
        let back = CalloutLeaders.gap + CalloutLeaders.run + (anchors.count > 1 ? Self.slant : 0)
        return guides.best(of: block.size, from: reach, back: back, on: self).map { place in
            let edge = place.isRight ? place.box.minX : place.box.maxX
            let levels = block.levels.map { place.box.minY + $0 }
            let (lines, order) = CalloutLeaders.leaders(
                from: anchors, to: levels, edge: edge, isRight: place.isRight)
            let length = lines.reduce(0) { $0 + $1.length } / Double(max(1, lines.count))
            let cost =
                Self.apart + place.ground + place.guide + Self.cost(ofLength: length)
                + Self.closeness(lines)
            return Callout(
                candidate: LabelCandidate(
                    room(place.box, block), cost: cost, leaders: lines,
                    alignment: place.isRight ? .left : .right),
                order: order)
        } + stems(block, anchors)
    }

    /// What it costs that leaders to neighbouring rows run along each other.
    private static func closeness(_ lines: [Polyline]) -> Double {
        zip(lines, lines.dropFirst()).reduce(0) { cost, pair in
            guard pair.0.points.count > 1, pair.1.points.count > 1 else { return cost }
            let (slant, other) = (
                Segment(pair.0.points[0], pair.0.points[1]),
                Segment(pair.1.points[0], pair.1.points[1])
            )
            // Leaders of one place part at once, or look like one that forks.
            guard slant.start != other.start else { return cost }
            let distance = other.distance(to: (slant.start + slant.end) * 0.5)
            let share = max(0, apartness - distance) / apartness
            return cost + share * together * slant.start.distance(to: slant.end)
        }
    }

    // MARK: - Stems

    /// How long stems are, and from one length to the next, in points.
    private static let stems = (shortest: 12.0, longest: 100.0, step: 8.0)
    /// What a stem costs more than a leader to a guide, on which labels align.
    private static let offGuides = 1.0
    /// Points between a stem's end and its label.
    private static let stemGap = 4.0
    /// How far from a label's first or last letter a stem ends, in points.
    private static let stemInset = 8.0
    /// How many places with stems a label may choose from.
    private static let mostStems = 24

    /// Places right above or below a single point, with a leader straight to the label's edge.
    private func stems(_ block: LabelBlock, _ anchors: [Point]) -> [Callout] {
        guard anchors.count == 1, let anchor = anchors.first else { return [] }
        let size = block.size
        var found: [(cost: Double, box: Rect, end: Point, alignment: HorizontalAlignment)] = []
        for distance in stride(
            from: Self.stems.shortest, through: Self.stems.longest, by: Self.stems.step)
        {
            for isAbove in [true, false] {
                for alignment in HorizontalAlignment.allCases {
                    // A stem meets the first or the last letters, or the middle.
                    let shift =
                        alignment == .center
                        ? size.width / 2 : min(Self.stemInset, size.width / 2)
                    let left =
                        alignment == .right
                        ? anchor.x - size.width + shift : anchor.x - shift
                    let top = isAbove ? anchor.y - distance - size.height : anchor.y + distance
                    let box = Rect(x: left, y: top, width: size.width, height: size.height)
                    guard frame.contains(box) else { continue }
                    let cost =
                        Self.apart + Self.offGuides + groundCost(box.outset(by: Self.air))
                        + Self.cost(ofLength: distance)
                    let end = isAbove ? box.maxY + Self.stemGap : box.minY - Self.stemGap
                    found.append((cost, box, Point(anchor.x, end), alignment))
                }
            }
        }
        let order = Array(block.label.rows.indices)
        return found.enumerated().sorted {
            ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
        }.prefix(Self.mostStems).map { _, place in
            Callout(
                candidate: LabelCandidate(
                    room(place.box, block), cost: place.cost,
                    leaders: [Polyline([anchor, place.end])], alignment: place.alignment),
                order: order)
        }
    }
}

extension Polyline {
    /// How long it is from one end to the other, in points.
    var length: Double {
        var length = 0.0
        for index in points.indices.dropFirst() {
            length += points[index - 1].distance(to: points[index])
        }
        return length
    }
}
