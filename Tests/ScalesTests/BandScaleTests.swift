import Scales
import Testing

private let letters = ["a", "b", "c"]

@Test func bandsStayWithinTheirRange() throws {
    var random = Seeded(14)
    for count in 1...20 {
        for isRounded in [false, true] {
            let range = Extent(random.fraction() * 500, random.fraction() * 500)
            let scale = BandScale(
                (0..<count).map { "\($0)" }, range: range, paddingInner: random.fraction(),
                paddingOuter: random.fraction(), align: random.fraction(), isRounded: isRounded)
            let slack = isRounded ? 1 : 1e-9
            for category in scale.categories {
                let start = try #require(scale(category))
                #expect(start >= range.lower - slack)
                #expect(start + scale.bandwidth <= range.upper + slack)
            }
        }
    }
}

@Test func bandsAreThoseOfD3() {
    let plain = BandScale(letters, range: Extent(0, 960))
    #expect(letters.map { plain($0) } == [0, 320, 640])
    #expect(plain.bandwidth == 320 && plain.step == 320)
    let padded = BandScale(letters, range: Extent(0, 120), padding: 0.2)
    #expect(padded.step == 37.5 && padded.bandwidth == 30)
    #expect(letters.map { padded($0) } == [7.5, 45, 82.5])
    #expect(padded.center(of: "a") == 22.5)
    let rounded = BandScale(letters, range: Extent(0, 100), isRounded: true)
    #expect(letters.map { rounded($0) } == [1, 34, 67])
    #expect(rounded.bandwidth == 33)
    let left = BandScale(letters, range: Extent(0, 100), paddingOuter: 1, align: 0)
    #expect(left("a") == 0 && left.step == 20)
}

@Test func aDescendingRangeTurnsTheOrderAround() {
    let scale = BandScale(letters, range: Extent(120, 0))
    #expect(letters.map { scale($0) } == [80, 40, 0])
    #expect(scale.bandwidth == 40)
}

@Test func categoriesCountOnce() {
    let scale = BandScale(["a", "b", "a", "c", "b"], range: Extent(0, 30))
    #expect(scale.categories == letters)
    #expect(scale("c") == 20)
    #expect(scale("d") == nil)
    #expect(scale.center(of: "d") == nil)
}

@Test func degenerateBandsAreFinite() {
    let empty = BandScale([], range: Extent(0, 100))
    #expect(empty.step == 100 && empty.bandwidth == 100)
    let flat = BandScale(letters, range: Extent(50, 50))
    #expect(flat("b") == 50 && flat.bandwidth == 0)
    for padding in [Double.nan, .infinity, -1e308, 1e308, -5] {
        let scale = BandScale(
            letters, range: Extent(-1e308, 1e308), padding: padding, align: padding)
        #expect(scale.step.isFinite && scale.bandwidth.isFinite)
        #expect(letters.allSatisfy { scale($0)?.isFinite == true }, "\(padding)")
    }
}

@Test func pointsAreBandsWithoutAWidth() {
    let points = PointScale(letters, range: Extent(0, 100))
    #expect(letters.map { points($0) } == [0, 50, 100])
    #expect(points.step == 50)
    let padded = PointScale(letters, range: Extent(0, 120), padding: 0.5)
    #expect(letters.map { padded($0) } == [20, 60, 100])
    #expect(PointScale(["a"], range: Extent(0, 100))("a") == 50)
    #expect(PointScale([], range: Extent(0, 100)).categories.isEmpty)
    #expect(points("z") == nil)
}
