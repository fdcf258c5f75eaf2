import Graphics

extension Path {
    /// Points all along the path: the ends of lines, and 33 places on each curve.
    var samples: [Point] {
        var samples: [Point] = []
        var (current, start) = (Point.zero, Point.zero)
        for element in elements {
            switch element {
            case .move(let point):
                (current, start) = (point, point)
                samples.append(point)
            case .line(let point):
                current = point
                samples.append(point)
            case .curve(let first, let second, let end):
                for step in 0...32 {
                    let t = Double(step) / 32
                    let s = 1 - t
                    samples.append(
                        current * (s * s * s) + first * (3 * s * s * t)
                            + second * (3 * s * t * t) + end * (t * t * t))
                }
                current = end
            case .close:
                current = start
            }
        }
        return samples
    }

    /// Where the last line or curve ends.
    var lastPoint: Point? {
        for element in elements.reversed() {
            switch element {
            case .move(let point), .line(let point), .curve(_, _, let point): return point
            case .close: continue
            }
        }
        return nil
    }

    /// Whether no coordinate is infinite or not a number.
    var isFinite: Bool {
        elements.allSatisfy { element in
            switch element {
            case .move(let point), .line(let point): point.isFinite
            case .curve(let first, let second, let end):
                first.isFinite && second.isFinite && end.isFinite
            case .close: true
            }
        }
    }
}

extension Point {
    /// Whether both coordinates are numbers.
    var isFinite: Bool { x.isFinite && y.isFinite }
}
