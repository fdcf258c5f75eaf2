import Graphics
import Testing

private func elements(_ data: String) throws -> [Path.Element] {
    try Path(svg: data).elements
}

// MARK: - Commands

@Test(arguments: [
    "M1 2L3 4H5V6Z", "m1 2l2 2h2v2z", "M1,2 3,4 H5 V6 z", "  M 1 2\n\tL 3 4\r\nH 5 V 6 Z  ",
    "M1 2 3 4H9 5V6Z", "M+1,2L3.,4.0H.5e1V60E-1z",
])
func oneFigureHasManySpellings(data: String) throws {
    let path = try elements(data)
    let direct: [Path.Element] = [
        .move(Point(1, 2)), .line(Point(3, 4)), .line(Point(5, 4)), .line(Point(5, 6)), .close,
    ]
    #expect(path.filter { $0 != .line(Point(9, 4)) } == direct)
}

@Test(arguments: ["", " ", "\n\t"])
func noDataMakeAnEmptyPath(data: String) throws {
    #expect(try Path(svg: data).isEmpty)
}

@Test func pointsAfterAMoveAreLines() throws {
    #expect(try elements("M1 1 2 2") == [.move(Point(1, 1)), .line(Point(2, 2))])
    #expect(try elements("m1 1 2 2") == [.move(Point(1, 1)), .line(Point(3, 3))])
}

@Test func numbersNeedNoSeparatorWhereTheyCannotBeMistaken() throws {
    #expect(
        try elements("M-1-2.5.5-3L1.5.25") == [
            .move(Point(-1, -2.5)), .line(Point(0.5, -3)), .line(Point(1.5, 0.25)),
        ])
}

@Test func relativeCommandsCountFromTheCurrentPoint() throws {
    #expect(
        try elements("M10 10c1 2 3 4 5 6s1 1 2 2") == [
            .move(Point(10, 10)), .curve(Point(11, 12), Point(13, 14), to: Point(15, 16)),
            .curve(Point(17, 18), Point(16, 17), to: Point(17, 18)),
        ])
}

@Test func aSmoothCurveWithoutACurveBeforeItStartsStraight() throws {
    #expect(
        try elements("M1 1S2 2 3 3") == [
            .move(Point(1, 1)), .curve(Point(1, 1), Point(2, 2), to: Point(3, 3)),
        ])
    // A quadratic curve before it does not count (SVG 1.1, section 8.3.6).
    #expect(
        try elements("M0 0Q1 1 2 0S4 4 5 5").last
            == .curve(Point(2, 0), Point(4, 4), to: Point(5, 5)))
    #expect(
        try elements("M0 0C1 1 2 1 2 0T5 0").last
            == .curve(Point(2, 0), Point(3, 0), to: Point(5, 0)))
}

@Test func quadraticCurvesBecomeCubicOnes() throws {
    #expect(
        try elements("M0 0Q3 6 6 0T12 0") == [
            .move(.zero), .curve(Point(2, 4), Point(4, 4), to: Point(6, 0)),
            .curve(Point(8, -4), Point(10, -4), to: Point(12, 0)),
        ])
    #expect(try Path(svg: "m0 0q3 6 6 0t6 0") == Path(svg: "M0 0Q3 6 6 0T12 0"))
}

@Test func afterACloseDrawingGoesOnFromTheSubpathsStart() throws {
    #expect(
        try elements("M1 1H5zl1 1") == [
            .move(Point(1, 1)), .line(Point(5, 1)), .close, .move(Point(1, 1)),
            .line(Point(2, 2)),
        ])
    #expect(try elements("M1 1H5zm1 1").last == .move(Point(2, 2)))
    #expect(try elements("M1 1H5zM9 9").suffix(2) == [.close, .move(Point(9, 9))])
}

// MARK: - Arcs

/// All four arcs of radius 5 from (0, 0) to (6, 0), with the centre each has.
@Test(arguments: [
    ("0 0", Point(3, -4)), ("0 1", Point(3, 4)), ("1 0", Point(3, 4)), ("1 1", Point(3, -4)),
])
func flagsChooseOneOfFourArcs(flags: String, center: Point) throws {
    let path = try Path(svg: "M0 0A5 5 0 \(flags) 6 0")
    let isLarge = flags.hasPrefix("1")
    let isClockwise = flags.hasSuffix("1")
    for point in path.samples {
        #expect(abs(point.distance(to: center) / 5 - 1) < 0.0003)
        // y grows downward: from left to right, clockwise passes above the chord.
        #expect(isClockwise ? point.y < 1e-9 || isLarge : point.y > -1e-9 || isLarge)
    }
    let depth = path.samples.map { abs($0.y) }.max() ?? 0
    #expect(abs(depth - (isLarge ? 9 : 1)) < 0.005)
    #expect(path.lastPoint == Point(6, 0))
}

@Test func flagsNeedNoSeparators() throws {
    let spaced = try Path(svg: "M0 0A5 5 0 0 1 6 0")
    for data in ["M0 0A5 5 0 016 0", "M0 0a5,5,0,01,6,0", "M0 0A5 5 0 0,16 0", "M0 0a5 5 0 01 6 0"]
    {
        #expect(try Path(svg: data) == spaced)
    }
    #expect(try Path(svg: "M0 0A5 5 0 01.5.5").lastPoint == Point(0.5, 0.5))
}

@Test func arcsRepeat() throws {
    let path = try Path(svg: "M0 0a1 1 0 0 1 2 0 1 1 0 0 1 2 0")
    #expect(path.lastPoint == Point(4, 0))
    #expect(path.elements.count == 5)
}

@Test func twoHalfTurnsMakeACircleOfFourCurves() throws {
    let path = try Path(svg: "M12 2A10 10 0 0 1 12 22A10 10 0 0 1 12 2Z")
    #expect(path.elements.count == 6)
    for point in path.samples {
        #expect(abs(point.distance(to: Point(12, 12)) / 10 - 1) < 0.0003)
    }
}

@Test func aTurnedEllipseStaysOnTheEllipse() throws {
    // Half axes 8 and 4, the long one turned to point down and right: x and y along its axes.
    let path = try Path(svg: "M0 0A8 4 45 1 1 6 6")
    let half = 0.5.squareRoot()
    let (a, b) = (1.0 / 8, 1.0 / 4)
    // Along (1, 1) the chord is a pair of mirrored points, so its middle lies above the centre.
    let chord = (72.0).squareRoot() / 2
    let off = 4 * (1 - (chord * a) * (chord * a)).squareRoot()
    let center = Point(3 + off * half, 3 - off * half)
    for point in path.samples {
        let d = point - center
        let (u, v) = ((d.x + d.y) * half * a, (d.y - d.x) * half * b)
        #expect(abs((u * u + v * v).squareRoot() - 1) < 0.0003)
    }
}

@Test func tooSmallRadiiGrowToReachBothPoints() throws {
    #expect(
        try Path(svg: "M0 0A1 1 0 0 1 20 0").samples.allSatisfy {
            abs($0.distance(to: Point(10, 0)) / 10 - 1) < 0.0003
        })
}

@Test func negativeRadiiCountAsPositive() throws {
    #expect(try Path(svg: "M0 0A-5-5 0 0 1 6 0") == Path(svg: "M0 0A5 5 0 0 1 6 0"))
}

@Test func anArcWithoutARadiusIsALine() throws {
    #expect(try elements("M0 0A0 5 0 0 1 6 0") == [.move(.zero), .line(Point(6, 0))])
}

@Test func anArcToWhereItStartsIsNothing() throws {
    #expect(try elements("M1 1A5 5 0 1 1 1 1") == [.move(Point(1, 1))])
}

@Test func aTinyStepOnAHugeCircleKeepsToIt() throws {
    let path = try Path(svg: "M0 0A1e9 1e9 0 0 1 1e-3 0")
    #expect(path.samples.allSatisfy { abs($0.y) < 1e-9 && $0.x >= 0 && $0.x <= 1e-3 })
    // The long way round must not collapse to nothing.
    let long = try Path(svg: "M0 0A1e9 1e9 0 1 1 1e-3 0")
    let bounds = try #require(Rect(around: long.samples))
    #expect(abs(bounds.height / 2e9 - 1) < 0.001)
}

// MARK: - Failures

@Test(arguments: [
    ("L1 1", 0, "M or m"), (" 1 1", 1, "M or m"), ("é", 0, "M or m"),
    ("M", 1, "a number"), ("M1", 2, "a number"), ("M1 x", 3, "a number"), ("M1,,2", 3, "a number"),
    ("M1 1,", 5, "a number"), ("M1 1,L2 2", 5, "a number"), ("M1 1L", 5, "a number"),
    ("M1 1L,2 2", 5, "a number"), ("M1 1 2", 6, "a number"), ("M1 1C1 1 2 2 3", 14, "a number"),
    ("M. 1", 1, "a number"), ("M- 1", 1, "a number"), ("M1 -.", 3, "a number"),
    ("M--1 1", 1, "a number"), ("M1 nan", 3, "a number"), ("M1 inf", 3, "a number"),
    ("M0 0A1 1 0 2 0 5 5", 11, "a flag, 0 or 1"), ("M0 0A1 1 0 0 -1 5 5", 13, "a flag, 0 or 1"),
    ("M0 0A1 1 0 0", 12, "a flag, 0 or 1"), ("M0 0A1 1 0 01", 13, "a number"),
    ("M1 1X", 4, "a command (M L H V C S Q T A Z)"),
    ("M1 1z 2", 6, "a command (M L H V C S Q T A Z)"),
    ("M1 1eL2 2", 4, "a command (M L H V C S Q T A Z)"),
    ("M1 1ñ", 4, "a command (M L H V C S Q T A Z)"),
    ("M1 1,é", 5, "a number"), ("M1e999 0", 1, "a smaller number"),
    ("M0 -1e9999", 3, "a smaller number"),
    ("M1e308 0l1e308 0", 9, "smaller coordinates"),
    ("M1e308 0h1e308 1e308", 9, "smaller coordinates"),
    ("M1e308 0C0 0 -1e308 0 1e308 0S0 0 0 0", 30, "smaller coordinates"),
])
func mistakesAreFoundWhereTheyAre(data: String, offset: Int, expected: String) {
    #expect(throws: PathSyntaxError(offset: offset, expected: expected)) { try Path(svg: data) }
}

@Test func anErrorSaysWhatAndWhere() {
    let error = PathSyntaxError(offset: 12, expected: "a number")
    #expect("\(error)" == "expected a number at offset 12")
}

@Test func overlongDataAreReadLikeAnyOther() throws {
    let digits = String(repeating: "1", count: 20_000)
    #expect(throws: PathSyntaxError(offset: 1, expected: "a smaller number")) {
        try Path(svg: "M\(digits) 0")
    }
    #expect(try elements("M0.\(digits) 0").count == 1)
    #expect(throws: PathSyntaxError(offset: 1, expected: "a smaller number")) {
        try Path(svg: "M1e\(digits) 0")
    }
    #expect(try elements("M1e-\(digits) 0") == [.move(.zero)])
    let many = "M0 0" + String(repeating: "l1 1", count: 20_000)
    #expect(try Path(svg: many).lastPoint == Point(20_000, 20_000))
}

/// Mutates good data with a fixed seed: each result is a finite path or a located error.
@Test func noDataTrapOrLeadToInfinity() {
    let seeds = [
        "M12 2A10 10 0 0 1 12 22a4-4 30 1 0 1.5.5Zm1e3 1",
        "M0 0Q3 6 6 0T12 0t1 1 2 2S4 4 5 5s1 1 2 2",
        "M1e308 1A1e-308 1e308 1e300 1 1-1e308 0L1e308 0T0 0",
    ].map { Array($0.utf8) }
    let alphabet = Array("MmLlHhVvCcSsQqTtAaZz0123456789.,-+eE \u{0}é".utf8)
    var state: UInt64 = 24
    func random(below limit: Int) -> Int {
        // Constants of Knuth's MMIX.
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
    for round in 0..<5000 {
        var bytes = seeds[round % seeds.count]
        for _ in 0...random(below: 4) {
            let place = random(below: bytes.count)
            switch random(below: 3) {
            case 0: bytes[place] = alphabet[random(below: alphabet.count)]
            case 1: bytes.insert(alphabet[random(below: alphabet.count)], at: place)
            default: if bytes.count > 1 { bytes.remove(at: place) }
            }
        }
        let data = String(decoding: bytes, as: UTF8.self)
        do {
            #expect(try Path(svg: data).isFinite)
        } catch {
            #expect(error.offset >= 0 && error.offset <= data.utf8.count)
        }
    }
}
