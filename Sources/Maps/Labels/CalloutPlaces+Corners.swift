import Graphics
import Layout

extension CalloutPlaces {
    /// From place to place, in points.
    private static let pitch = Size(12, 13.5)
    /// What a point costs between something that stands by itself and the frame's nearest edges.
    private static let inwards = 0.03
    /// How much more than letters a key costs over land.
    private static let weight = 2.0

    /// Places for something that stands by itself: in corners and along edges, clear of land.
    func corners(_ size: Size) -> [LabelCandidate] {
        guard frame.isOnPage, size.width >= 0, size.height >= 0, frame.width >= size.width,
            frame.height >= size.height
        else { return [] }
        var found: [LabelCandidate] = []
        for right in stride(
            from: frame.maxX, through: frame.minX + size.width, by: -Self.pitch.width)
        {
            for bottom in stride(
                from: frame.maxY, through: frame.minY + size.height, by: -Self.pitch.height)
            {
                let box = Rect(
                    x: right - size.width, y: bottom - size.height, width: size.width,
                    height: size.height)
                let across = min(frame.maxX - right, box.minX - frame.minX)
                let down = min(frame.maxY - bottom, box.minY - frame.minY)
                let ground = groundCost(box.outset(by: Self.air)) * Self.weight
                found.append(
                    LabelCandidate(box, cost: (across + down) * Self.inwards + ground))
            }
        }
        return found
    }
}

extension Rect {
    /// Whether it is a part of what can be a page; larger ones would have too many places.
    var isOnPage: Bool {
        [minX, minY, maxX, maxY].allSatisfy { abs($0) <= 1e5 } && width >= 0 && height >= 0
    }
}
