extension Path {
    /// The rectangle that it is, with sides along the axes; `nil` for anything else.
    public var rectangle: Rect? {
        guard elements.count == 5, case .move(let first) = elements[0],
            case .line(let second) = elements[1], case .line(let third) = elements[2],
            case .line(let fourth) = elements[3], case .close = elements[4]
        else { return nil }
        let isUpright =
            first.y == second.y && second.x == third.x && third.y == fourth.y
            && fourth.x == first.x
        let isSideways =
            first.x == second.x && second.y == third.y && third.x == fourth.x
            && fourth.y == first.y
        return isUpright || isSideways ? Rect(around: [first, third]) : nil
    }
}
