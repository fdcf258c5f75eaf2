import Glibc

extension Path {
    /// A path from the path data of SVG 1.1 (section 8.3), as in `Path(svg: "M2 2h20v20z")`.
    ///
    /// Quadratic curves and elliptical arcs become cubic ones. An empty text is an empty path. All
    /// points are finite.
    ///
    /// - Throws: `PathSyntaxError` at the first place that is not path data, and at a command that
    ///   leads to coordinates too large for a number.
    public init(svg text: String) throws(PathSyntaxError) {
        var reader = PathReader(bytes: Array(text.utf8))
        self = try reader.read()
    }
}

/// Where path data stop making sense, and what was expected there.
public struct PathSyntaxError: Error, Hashable, Sendable {
    /// The place, in UTF-8 bytes from the start of the text.
    public var offset: Int
    /// What would have been right, as in "a number".
    public var expected: String

    /// An error at `offset`.
    public init(offset: Int, expected: String) {
        self.offset = offset
        self.expected = expected
    }
}

extension PathSyntaxError: CustomStringConvertible {
    /// As in `expected a number at offset 12`.
    public var description: String { "expected \(expected) at offset \(offset)" }
}

/// Reads path data from left to right, once.
private struct PathReader {
    /// The last control point, which the commands S and T mirror.
    enum Handle {
        case none
        case cubic(Point)
        case quadratic(Point)
    }

    let bytes: [UInt8]
    var offset = 0
    var path = Path()
    var current = Point.zero
    var subpathStart = Point.zero
    var handle = Handle.none
    /// Where the arguments of the command at hand begin, for errors about their values.
    var argumentsOffset = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func read() throws(PathSyntaxError) -> Path {
        skipSpace()
        if let first = byte, first | 0x20 != UInt8(ascii: "m") { throw expected("M or m") }
        while let letter = byte {
            try readCommand(letter)
            skipSpace()
        }
        return path
    }

    // MARK: - Commands

    private mutating func readCommand(_ letter: UInt8) throws(PathSyntaxError) {
        var command = Unicode.Scalar(letter | 0x20)
        let isRelative = letter & 0x20 != 0
        guard "mlhvcsqtaz".unicodeScalars.contains(command) else {
            throw expected("a command (M L H V C S Q T A Z)")
        }
        offset += 1
        if command == "z" { return close() }
        skipSpace()
        repeat {
            argumentsOffset = offset
            try readArguments(of: command, from: isRelative ? current : .zero, isRelative)
            // Further points after a move are lines (section 8.3.2).
            if command == "m" { command = "l" }
        } while try findsMoreArguments()
    }

    private mutating func readArguments(
        of command: Unicode.Scalar, from base: Point, _ isRelative: Bool
    ) throws(PathSyntaxError) {
        switch command {
        case "m":
            let end = try points(1, from: base)[0]
            path.move(to: try checked(end))
            (current, subpathStart, handle) = (end, end, .none)
        case "l":
            try addLine(to: try points(1, from: base)[0])
        case "h":
            try addLine(to: Point(base.x + (try number()), current.y))
        case "v":
            try addLine(to: Point(current.x, base.y + (try number())))
        case "c":
            let points = try points(3, from: base)
            try addCurve(points[0], points[1], to: points[2])
        case "s":
            let points = try points(2, from: base)
            var first = current
            if case .cubic(let last) = handle { first = current * 2 - last }
            try addCurve(first, points[0], to: points[1])
        case "q":
            let points = try points(2, from: base)
            try addQuadratic(points[0], to: points[1])
        case "t":
            var control = current
            if case .quadratic(let last) = handle { control = current * 2 - last }
            try addQuadratic(control, to: try points(1, from: base)[0])
        default:
            try readArc(from: base)
        }
    }

    private mutating func readArc(from base: Point) throws(PathSyntaxError) {
        let radii = try points(1, from: .zero)[0]
        skipSeparator()
        let rotation = try number()
        skipSeparator()
        let isLarge = try flag()
        skipSeparator()
        let isClockwise = try flag()
        skipSeparator()
        let end = try points(1, from: base)[0]
        let arc = EllipticalArc(
            from: current, to: try checked(end), radii: radii, rotationDegrees: rotation,
            isLarge: isLarge, isClockwise: isClockwise)
        guard let arc else {
            if end != current { try addLine(to: end) }
            handle = .none
            return
        }
        for curve in arc.curves { try addCurve(curve.first, curve.second, to: curve.end) }
        handle = .none
    }

    // MARK: - Drawing

    private mutating func addLine(to end: Point) throws(PathSyntaxError) {
        reopen()
        path.addLine(to: try checked(end))
        (current, handle) = (end, .none)
    }

    private mutating func addCurve(
        _ first: Point, _ second: Point, to end: Point
    ) throws(PathSyntaxError) {
        reopen()
        path.addCurve(try checked(first), try checked(second), to: try checked(end))
        (current, handle) = (end, .cubic(second))
    }

    private mutating func addQuadratic(
        _ control: Point, to end: Point
    ) throws(PathSyntaxError) {
        // A quadratic curve is the cubic one whose handles reach two thirds of the way.
        let toward = { (point: Point) in point + (control - point) * (2 / 3) }
        try addCurve(toward(current), toward(end), to: end)
        handle = .quadratic(control)
    }

    private mutating func close() {
        path.close()
        (current, handle) = (subpathStart, .none)
    }

    /// A command other than a move after a close starts where the closed subpath did.
    private mutating func reopen() {
        if path.elements.last == .close { path.move(to: subpathStart) }
    }

    private func checked(_ point: Point) throws(PathSyntaxError) -> Point {
        guard point.x.isFinite, point.y.isFinite else {
            throw PathSyntaxError(offset: argumentsOffset, expected: "smaller coordinates")
        }
        return point
    }

    // MARK: - Arguments

    private mutating func points(
        _ count: Int, from base: Point
    ) throws(PathSyntaxError) -> [Point] {
        var points: [Point] = []
        while points.count < count {
            if !points.isEmpty { skipSeparator() }
            let x = try number()
            skipSeparator()
            points.append(base + Point(x, try number()))
        }
        return points
    }

    private mutating func flag() throws(PathSyntaxError) -> Bool {
        guard let digit = byte, digit == UInt8(ascii: "0") || digit == UInt8(ascii: "1") else {
            throw expected("a flag, 0 or 1")
        }
        offset += 1
        return digit == UInt8(ascii: "1")
    }

    private mutating func number() throws(PathSyntaxError) -> Double {
        let start = offset
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { offset += 1 }
        var digits = skipDigits()
        if byte == UInt8(ascii: ".") {
            offset += 1
            digits += skipDigits()
        }
        guard digits > 0 else {
            offset = start
            throw expected("a number")
        }
        skipExponent()
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            throw PathSyntaxError(offset: start, expected: "a smaller number")
        }
        return value
    }

    private mutating func skipExponent() {
        let start = offset
        guard let letter = byte, letter | 0x20 == UInt8(ascii: "e") else { return }
        offset += 1
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { offset += 1 }
        // Without digits the letter is no exponent but a command, and a wrong one.
        if skipDigits() == 0 { offset = start }
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while let digit = byte, digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") {
            offset += 1
        }
        return offset - start
    }

    /// Whether the command repeats; steps over what separates the sets of arguments.
    private mutating func findsMoreArguments() throws(PathSyntaxError) -> Bool {
        skipSpace()
        guard let next = byte else { return false }
        if next == UInt8(ascii: ",") {
            skipSeparator()
            return true
        }
        return next >= UInt8(ascii: "0") && next <= UInt8(ascii: "9")
            || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+")].contains(next)
    }

    private mutating func skipSeparator() {
        skipSpace()
        if byte == UInt8(ascii: ",") {
            offset += 1
            skipSpace()
        }
    }

    private mutating func skipSpace() {
        while let space = byte, [0x20, 0x09, 0x0D, 0x0A].contains(space) { offset += 1 }
    }

    private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private func expected(_ what: String) -> PathSyntaxError {
        PathSyntaxError(offset: offset, expected: what)
    }
}

/// An arc of an ellipse between two points, as centre and angles (SVG 1.1, appendix F.6).
private struct EllipticalArc {
    let start: Point
    let end: Point
    /// Takes the unit circle about the origin to the ellipse.
    let fromUnitCircle: Transform
    /// The angle of the start on the unit circle, in radians.
    let startAngle: Double
    /// How far the arc goes from there, in radians; negative against the clock.
    let sweep: Double

    /// `nil` where the arc is a straight line or nothing (F.6.2).
    init?(
        from start: Point, to end: Point, radii: Point, rotationDegrees: Double, isLarge: Bool,
        isClockwise: Bool
    ) {
        guard start != end, radii.x != 0, radii.y != 0 else { return nil }
        let rotation = rotationDegrees.truncatingRemainder(dividingBy: 360) * .pi / 180
        let (sine, cosine) = (sin(rotation), cos(rotation))
        // Half the chord from end to start, turned and shrunk so that the ellipse becomes the unit
        // circle: F.6.5.1 divided by the radii.
        let half = Point(start.x / 2 - end.x / 2, start.y / 2 - end.y / 2)
        var (rx, ry) = (abs(radii.x), abs(radii.y))
        var u = (cosine * half.x + sine * half.y) / rx
        var v = (cosine * half.y - sine * half.x) / ry
        var length = hypot(u, v)
        guard length > 0 else { return nil }
        if length > 1 {
            // Too small an ellipse grows until it reaches both points (F.6.6.3).
            (rx, ry, u, v) = (rx * length, ry * length, u / length, v / length)
            length = 1
        }
        // The centre stands off the middle of the chord by what Pythagoras leaves (F.6.5.2).
        let away = ((1 - length) * (1 + length)).squareRoot() * (isLarge == isClockwise ? -1 : 1)
        let center = Point(away * v / length, -away * u / length)
        let middle = Point(start.x / 2 + end.x / 2, start.y / 2 + end.y / 2)
        fromUnitCircle = Transform(
            a: cosine * rx, b: sine * rx, c: -sine * ry, d: cosine * ry,
            tx: middle.x + cosine * rx * center.x - sine * ry * center.y,
            ty: middle.y + sine * rx * center.x + cosine * ry * center.y)
        startAngle = atan2(v - center.y, u - center.x)
        // The angle over a chord of the unit circle; exact where F.6.5.6 would subtract angles.
        let short = 2 * asin(length)
        sweep = (isLarge ? 2 * .pi - short : short) * (isClockwise ? 1 : -1)
        self.start = start
        self.end = end
    }

    /// One Bézier curve for at most a quarter turn, with handles of 4/3·tan(θ/4) (Goldapp 1991).
    var curves: [(first: Point, second: Point, end: Point)] {
        // A half turn that rounding made a little longer still takes two curves.
        let count = max(1, Int((abs(sweep) / (.pi / 2) - 1e-9).rounded(.up)))
        let step = sweep / Double(count)
        let handle = 4 / 3 * tan(step / 4)
        return (0..<count).map { index in
            let (from, to) = (
                startAngle + Double(index) * step, startAngle + Double(index + 1) * step
            )
            let first = Point(cos(from) - sin(from) * handle, sin(from) + cos(from) * handle)
            let second = Point(cos(to) + sin(to) * handle, sin(to) - cos(to) * handle)
            let target = Point(cos(to), sin(to))
            return (
                fromUnitCircle.apply(to: first), fromUnitCircle.apply(to: second),
                // The last point is the one given, to the last bit.
                index == count - 1 ? end : fromUnitCircle.apply(to: target)
            )
        }
    }
}
