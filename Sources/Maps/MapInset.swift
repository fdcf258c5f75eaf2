public import Diagnostics
public import Graphics

/// A part of a map drawn larger in a frame of its own, with its outline on the map.
///
/// The placer finds the frame's place, together with those of the labels of what it shows.
public struct MapInset: Hashable, Sendable {
    /// What the frame shows.
    public enum Extent: Hashable, Sendable {
        /// A place in its middle, and the frame's size in points.
        case around(GeoPoint, Size)
        /// All of some places, with air around them.
        case places([GeoPoint])
    }

    /// What a message calls it.
    public var name: String
    /// What it shows.
    public var extent: Extent
    /// How many times larger than on the map; `nil` for what makes a frame of a handy size.
    public var magnification: Double?
    /// How far from its best place someone wants it, in points.
    public var nudge: Point?
    /// Where it is written in the deck file, if not where the map is.
    public var location: SourceLocation?

    /// A part of a map, drawn larger.
    public init(
        name: String, _ extent: Extent, magnification: Double? = nil, nudge: Point? = nil,
        location: SourceLocation? = nil
    ) {
        self.name = name
        self.extent = extent
        self.magnification = magnification
        self.nudge = nudge
        self.location = location
    }

    /// Air around the places shown, inside of the frame, in points.
    private static let air = 16.0
    /// The longer side of a frame that may choose its size, in points.
    private static let handySide = 84.0
    /// The least side of a frame, in points.
    private static let leastSide = 40.0
    /// What a frame may magnify.
    private static let magnifications = 1.2...50.0
    /// The sides that someone may ask for, in points.
    private static let sides = 1.0...10_000.0

    /// What the frame shows on a map; `nil` where its places are not on it.
    ///
    /// A part at the edge of the map's room is moved, so that all of it lies inside.
    func view(on map: FittedProjection, in room: Rect) -> View? {
        guard var view = view(on: map) else { return nil }
        let locator = view.locator
        let shift = Point(
            Self.shift(locator.minX, locator.maxX, into: room.minX, room.maxX),
            Self.shift(locator.minY, locator.maxY, into: room.minY, room.maxY))
        guard shift != .zero else { return view }
        view.middle = view.middle + shift
        // Where there is no place under the new middle, as beside a globe, nothing can be shown.
        guard let center = map.invert(view.middle) else { return nil }
        view.center = center
        return view
    }

    /// How far an extent must move to lie between two ends; not at all if it is longer.
    private static func shift(
        _ low: Double, _ high: Double, into least: Double, _ most: Double
    ) -> Double {
        guard high - low <= most - least else { return 0 }
        return low < least ? least - low : high > most ? most - high : 0
    }

    private func view(on map: FittedProjection) -> View? {
        switch extent {
        case .around(let center, let size):
            guard let middle = map.point(center), Self.sides.contains(size.width),
                Self.sides.contains(size.height)
            else { return nil }
            return View(
                center: center, middle: middle, magnification: clamped(magnification ?? 3),
                size: size)
        case .places(let places):
            let points = places.compactMap { map.point($0) }
            guard !points.isEmpty, points.count == places.count,
                let bounds = Rect(around: points), bounds.isOnPage,
                let center = map.invert(bounds.center)
            else { return nil }
            let side = max(bounds.width, bounds.height, 1e-6)
            let factor = clamped(magnification ?? (Self.handySide - 2 * Self.air) / side)
            let size = Size(
                max(Self.leastSide, bounds.width * factor + 2 * Self.air),
                max(Self.leastSide, bounds.height * factor + 2 * Self.air))
            return View(
                center: center, middle: bounds.center, magnification: factor, size: size)
        }
    }

    private func clamped(_ factor: Double) -> Double {
        factor.isFinite
            ? min(max(factor, Self.magnifications.lowerBound), Self.magnifications.upperBound)
            : Self.magnifications.lowerBound
    }

    /// An inset on a map that has its place already.
    struct View {
        var center: GeoPoint
        /// The centre's point on the map.
        var middle: Point
        var magnification: Double
        /// The frame's size in points.
        var size: Size

        /// The part of the map that the frame shows.
        var locator: Rect {
            let (width, height) = (size.width / magnification, size.height / magnification)
            return Rect(
                x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height)
        }

        /// The map inside of a frame.
        func map(_ map: FittedProjection, in frame: Rect) -> FittedProjection? {
            map.magnified(magnification, about: center, in: frame)
        }
    }

    /// The sides of the locator and of the frame that face each other, as lines between corners.
    static func rays(from locator: Rect, to frame: Rect) -> (Polyline, Polyline) {
        let across = frame.midX - locator.midX
        let down = frame.midY - locator.midY
        let (from, to) = (corners(locator), corners(frame))
        // Corners run clockwise from the top left one.
        let sides: (Int, Int, Int, Int) =
            if abs(across) >= abs(down) {
                across >= 0 ? (1, 0, 3, 2) : (0, 1, 2, 3)
            } else {
                down >= 0 ? (3, 0, 1, 2) : (0, 3, 2, 1)
            }
        return (
            Polyline([from[sides.0], to[sides.1]]), Polyline([from[sides.3], to[sides.2]])
        )
    }
}

private func corners(_ rect: Rect) -> [Point] {
    [
        Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY),
        Point(rect.minX, rect.maxY),
    ]
}
