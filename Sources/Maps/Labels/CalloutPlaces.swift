import Graphics
import Layout

/// Where labels of a map may stand, apart from other labels: the best places first.
///
/// Labels with leaders stand on guides, in columns and on lines that all labels share, so that they
/// align without being told to.
struct CalloutPlaces {
    /// The room for labels.
    let frame: Rect
    /// What lies under them.
    let grid: GroundGrid

    /// From guide to guide across and down, in points.
    private static let column = 12.0
    private static let line = 6.75
    /// How many places with leaders a label may choose from, and how many of them near each other.
    private static let mostPlaces = 120
    private static let mostInTile = 2
    private static let tile = Size(36, 27)
    /// What a place at the end of a leader costs more than one beside its point.
    private static let apart = 9.0
    /// The cost of a leader by its length in points: one long leader is worse than two short ones.
    private static func cost(ofLength length: Double) -> Double {
        0.03 * length + 0.0006 * length * length
    }
    /// The cost of a square point of land, where labels might as well stand beside it, and more of
    /// land that text cannot be read on.
    private static let onLand = 0.013
    private static let onBusy = 0.03
    /// The same for names beside their points, which lie on the land of their country, if it is pale.
    private static let nameOnLand = 0.003
    private static let nameOnBusy = 0.03
    /// The air that a label at the end of a leader likes to keep to the coast, in points.
    private static let air = 2.5
    /// The air around a label of several lines, in points, so that each is seen as one.
    private static let airOfBlocks = Insets(horizontal: -5, vertical: -3.5)

    /// What standing on a box costs.
    func groundCost(_ box: Rect) -> Double {
        let areas = grid.areas(under: box)
        return areas.land * Self.onLand + areas.busy * Self.onBusy
    }

    /// What other labels keep clear of: the letters, and some air around several lines.
    private func room(_ box: Rect, _ block: LabelBlock) -> Rect {
        guard block.lineCount > 1 else { return box }
        return box.inset(by: Self.airOfBlocks)
    }

    // MARK: - Beside a point

    /// Places around the only point of a label, without a leader.
    func beside(_ block: LabelBlock, _ point: Point, radius: Double) -> [Callout] {
        let order = Array(block.label.rows.indices)
        return LabelCandidate.around(
            point, text: LabelText(size: block.size), radius: radius, gap: 2.6,
            order: LabelSide.map
        ).map { place in
            var candidate = place
            let areas = grid.areas(under: place.box)
            candidate.cost += areas.land * Self.nameOnLand + areas.busy * Self.nameOnBusy
            // A little of it is as bad as much.
            if areas.busy > 0.02 * place.box.width * place.box.height { candidate.cost += 12 }
            return Callout(candidate: candidate, order: order)
        }
    }

    // MARK: - Inside an area

    /// Places inside of an area around its best inner point.
    func inside(
        _ block: LabelBlock, area: Int, around point: Point, within bounds: Rect, color: Color?
    ) -> [Callout] {
        let order = Array(block.label.rows.indices)
        let size = block.size
        var found: [Callout] = []
        for down in -20...20 {
            for across in -20...20 {
                let center = point + Point(Double(across) * 5, Double(down) * 4)
                let box = Rect(
                    x: center.x - size.width / 2, y: center.y - size.height / 2,
                    width: size.width, height: size.height)
                guard bounds.contains(box), grid.lies(box.outset(by: 2.5), onlyOn: area) else {
                    continue
                }
                let cost = 0.08 * center.distance(to: point)
                found.append(
                    Callout(
                        candidate: LabelCandidate(
                            box, cost: cost, color: color, alignment: .center), order: order))
            }
        }
        return found
    }

    // MARK: - In a corner

    /// Places for something that stands by itself: in corners and along edges, clear of land.
    func corners(_ size: Size) -> [LabelCandidate] {
        guard frame.width >= size.width, frame.height >= size.height else { return [] }
        var found: [LabelCandidate] = []
        for right in stride(from: frame.maxX, through: frame.minX + size.width, by: -Self.column) {
            for bottom in stride(
                from: frame.maxY, through: frame.minY + size.height, by: -2 * Self.line)
            {
                let box = Rect(
                    x: right - size.width, y: bottom - size.height, width: size.width,
                    height: size.height)
                let across = min(frame.maxX - right, box.minX - frame.minX)
                let down = min(frame.maxY - bottom, box.minY - frame.minY)
                let cost = (across + down) * 0.03 + groundCost(box.outset(by: Self.air)) * 2
                found.append(LabelCandidate(box, cost: cost))
            }
        }
        return found
    }

    // MARK: - At the end of leaders

    /// Places on the guides, with leaders to all that the label names.
    func apart(_ block: LabelBlock, from anchors: [Point]) -> [Callout] {
        guard let reach = Rect(around: anchors) else { return [] }
        let places = best(of: block.size, from: reach)
        return places.map { place in
            let edge = place.isRight ? place.box.minX : place.box.maxX
            let levels = block.levels.map { place.box.minY + $0 }
            let (lines, order) = CalloutLeaders.leaders(
                from: anchors, to: levels, edge: edge, isRight: place.isRight)
            let length = lines.reduce(0) { $0 + $1.length } / Double(max(1, lines.count))
            let cost =
                Self.apart + place.ground + place.guide + Self.cost(ofLength: length)
            return Callout(
                candidate: LabelCandidate(
                    room(place.box, block), cost: cost, leaders: lines,
                    alignment: place.isRight ? .left : .right),
                order: order)
        } + stems(block, anchors)
    }

    /// A box on the guides, right or left of what it names.
    struct Place {
        var box: Rect
        var isRight: Bool
        /// What the ground costs, and what a guide off the main ones costs.
        var ground: Double
        var guide: Double
        /// All costs, with leaders as they will be more or less.
        var cost: Double
    }

    /// The best boxes of a size on the guides, none of which overshoots what it names.
    ///
    /// - Parameters:
    ///   - reach: the rectangle around all that is named.
    ///   - back: how far labels stand from the last of it at least, in points.
    func best(
        of size: Size, from reach: Rect, back: Double = CalloutLeaders.gap + CalloutLeaders.run
    ) -> [Place] {
        let columns = Int(max(0, (frame.width - size.width) / Self.column))
        let lines = Int(max(0, (frame.height - size.height) / Self.line))
        guard frame.width >= size.width, frame.height >= size.height else { return [] }
        var tiles: [[Place]] = []
        let across = Int((frame.width / Self.tile.width).rounded(.up)) + 1
        let down = Int((frame.height / Self.tile.height).rounded(.up)) + 1
        tiles = [[Place]](repeating: [], count: across * down * 2)
        for isRight in [true, false] {
            for column in 0...columns {
                let shift = Double(column) * Self.column
                let left = isRight ? frame.minX + shift : frame.maxX - shift - size.width
                let bend = isRight ? left - back : left + size.width + back
                if isRight ? reach.maxX > bend + 0.5 : reach.minX < bend - 0.5 { continue }
                let guide = column % 4 == 0 ? 0 : column % 2 == 0 ? 0.35 : 0.7
                let run = isRight ? bend - reach.midX : reach.midX - bend
                for line in 0...lines {
                    let top = frame.minY + Double(line) * Self.line
                    let box = Rect(x: left, y: top, width: size.width, height: size.height)
                    let rise = box.midY - reach.midY
                    let length = (run * run + rise * rise).squareRoot()
                    let tile =
                        (Int((top - frame.minY) / Self.tile.height) * across
                            + Int((left - frame.minX) / Self.tile.width)) * 2 + (isRight ? 1 : 0)
                    var place = Place(
                        box: box, isRight: isRight, ground: 0, guide: guide,
                        cost: guide + Self.cost(ofLength: length))
                    // What is too far away already need not look at its ground.
                    if tiles[tile].count == Self.mostInTile,
                        let worst = tiles[tile].last, place.cost >= worst.cost
                    {
                        continue
                    }
                    place.ground = groundCost(box.outset(by: Self.air))
                    place.cost += place.ground
                    let index = tiles[tile].firstIndex { place.cost < $0.cost }
                    tiles[tile].insert(place, at: index ?? tiles[tile].count)
                    if tiles[tile].count > Self.mostInTile { tiles[tile].removeLast() }
                }
            }
        }
        let all = tiles.flatMap { $0 }.enumerated().sorted {
            ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
        }
        return all.prefix(Self.mostPlaces).map(\.element)
    }

    /// Places right above or below a single point, with a leader straight to the label's edge.
    private func stems(_ block: LabelBlock, _ anchors: [Point]) -> [Callout] {
        guard anchors.count == 1, let anchor = anchors.first else { return [] }
        let size = block.size
        let order = Array(block.label.rows.indices)
        var found: [Callout] = []
        for distance in stride(from: 12.0, through: 100, by: 8) {
            for isAbove in [true, false] {
                for alignment in HorizontalAlignment.allCases {
                    // A stem meets the first or the last letters, or the middle.
                    let shift = alignment == .center ? size.width / 2 : min(8, size.width / 2)
                    let left =
                        alignment == .right
                        ? anchor.x - size.width + shift : anchor.x - shift
                    let top = isAbove ? anchor.y - distance - size.height : anchor.y + distance
                    let box = Rect(x: left, y: top, width: size.width, height: size.height)
                    guard frame.contains(box) else { continue }
                    let end = Point(anchor.x, isAbove ? box.maxY + 4 : box.minY - 4)
                    let cost =
                        Self.apart + 1 + groundCost(box.outset(by: 2))
                        + Self.cost(ofLength: distance)
                    found.append(
                        Callout(
                            candidate: LabelCandidate(
                                room(box, block), cost: cost,
                                leaders: [Polyline([anchor, end])],
                                alignment: alignment), order: order))
                }
            }
        }
        return found
    }
}

extension Polyline {
    /// How long it is from one end to the other, in points.
    var length: Double {
        zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    }
}
