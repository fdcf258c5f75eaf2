import Graphics

extension Path {
    /// Whether both have the same steps, give or take a millionth of a point.
    func isLike(_ other: Path, tolerance: Double = 1e-6) -> Bool {
        elements.count == other.elements.count
            && zip(elements, other.elements).allSatisfy { own, other in
                own.kind == other.kind
                    && zip(own.points, other.points).allSatisfy {
                        abs($0.x - $1.x) <= tolerance && abs($0.y - $1.y) <= tolerance
                    }
            }
    }

    /// The corners of a path of straight lines.
    var corners: [Point] { elements.flatMap(\.points) }

    /// The area within a closed path of straight lines, by the shoelace formula.
    var polygonArea: Double {
        let corners = corners
        return abs(
            zip(corners, corners.dropFirst() + corners.prefix(1)).reduce(0) {
                $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
            })
    }
}

extension Path.Element {
    /// Control points and end, in this order.
    var points: [Point] {
        switch self {
        case .move(let point), .line(let point): [point]
        case .curve(let first, let second, let end): [first, second, end]
        case .close: []
        }
    }

    /// Where it leads; `nil` for closing.
    var end: Point? { points.last }

    fileprivate var kind: Int {
        switch self {
        case .move: 0
        case .line: 1
        case .curve: 2
        case .close: 3
        }
    }
}
