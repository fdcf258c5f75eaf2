import Diagnostics
import Graphics
import Layout
import Maps
import Scales
import TestSupport
import Testing

private func drawn(_ key: MapKey, at origin: Point = Point(30, 40)) -> (Canvas, Rect) {
    var canvas = Canvas(measurer: FixedMeasurer())
    let box = key.draw(at: origin, on: &canvas)
    return (canvas, box)
}

private func key(
    _ parts: [MapKey.Part], _ arrangement: MapKey.Arrangement = .vertical, title: String = ""
) -> MapKey {
    MapKey(title: title, parts: parts, arrangement: arrangement, style: KeySamples.style)
}

/// The boxes of letters: from a capital's top to the baseline.
private func letters(_ canvas: Canvas) -> [Rect] {
    canvas.items.leaves.compactMap { item in
        guard case .text(let line, let origin) = item else { return nil }
        let height = 0.73 * (line.runs.first?.style.size ?? 0)
        return Rect(x: origin.x, y: origin.y - height, width: line.width, height: height)
    }
}

private func shapes(_ canvas: Canvas) -> [(bounds: Rect, fill: Paint?)] {
    canvas.items.leaves.compactMap { item in
        guard case .path(let path, let fill, _) = item, let bounds = path.controlBounds else {
            return nil
        }
        return (bounds, fill)
    }
}

// MARK: - Whatever its parts

@Test(arguments: KeySamples.all)
func aKeyIsAsLargeAsItSays(key: MapKey) {
    let (canvas, box) = drawn(key)
    let size = key.size(measuring: FixedMeasurer())
    #expect(abs(size.width - box.width) < 1e-9 && abs(size.height - box.height) < 1e-9)
    #expect(size == key.size(in: Size(5, 5), measuring: FixedMeasurer()))
    #expect(letters(canvas).allSatisfy { box.contains($0, tolerance: 1e-6) })
    // Lines around swatches reach half their width outward.
    #expect(shapes(canvas).allSatisfy { box.contains($0.bounds, tolerance: 0.5) })
    #expect(box.origin == Point(30, 40) && canvas.items.isFinite)
}

@Test(arguments: KeySamples.all)
func nothingInAKeyLiesOverAName(key: MapKey) {
    let (canvas, _) = drawn(key)
    let letters = letters(canvas)
    for (index, one) in letters.enumerated() {
        #expect(!letters[(index + 1)...].contains { $0.intersects(one) })
        let fills = shapes(canvas).filter { $0.fill != nil }
        #expect(!fills.contains { $0.bounds.intersects(one) })
    }
}

@Test(arguments: KeySamples.all)
func aKeyStaysInItsWidth(key: MapKey) {
    let (canvas, box) = drawn(key)
    // The longest of these names takes 126 points.
    if case .horizontal(let width) = key.arrangement { #expect(box.width <= width + 1e-6) }
    #expect(canvas.messages.isEmpty)
}

@Test(arguments: KeySamples.all)
func lettersOfAKeyCanBeRead(key: MapKey) {
    var small = key
    small.style.label.size = 6
    small.style.figure.size = .nan
    small.style.title.color = Color(0xEEEEEE)
    for item in drawn(small).0.items.leaves {
        guard case .text(let line, _) = item else { continue }
        for run in line.runs {
            #expect(run.style.size >= 10.5)
            #expect(run.style.color.contrast(with: .white) >= Color.readableContrast)
        }
    }
}

@Test func aKeyLooksTheSameEverywhere() {
    for key in KeySamples.all {
        let (one, other) = (drawn(key, at: .zero).0, drawn(key, at: Point(100, 200)).0)
        #expect(one.items.count == other.items.count)
        for (left, right) in zip(letters(one), letters(other)) {
            let moved = left.offset(by: Point(100, 200))
            #expect(moved.contains(right, tolerance: 1e-6))
        }
    }
}

// MARK: - Parts

@Test func aRampShowsNoSeam() {
    for arrangement in [MapKey.Arrangement.vertical, .horizontal(width: 138)] {
        let slices = shapes(drawn(key([KeySamples.shortRamp], arrangement)).0)
            .filter { $0.fill != nil }
        #expect(slices.count >= 48)
        let isUpright = arrangement == .vertical
        for (one, next) in zip(slices, slices.dropFirst()) {
            #expect(
                isUpright
                    ? next.bounds.maxY > one.bounds.minY : next.bounds.minX < one.bounds.maxX)
        }
        guard let last = slices.last?.bounds, let first = slices.first?.bounds else { continue }
        if isUpright {
            #expect(abs(last.minY - 40) < 1e-6 && first.maxY > last.maxY)
        } else {
            #expect(first.minX == 30 && abs(last.maxX - 168) < 1e-6)
        }
        let lights = slices.compactMap { slice -> Double? in
            guard case .color(let color)? = slice.fill else { return nil }
            return color.luminance
        }
        #expect(lights == lights.sorted(by: >))
    }
}

@Test func aRampNamesItsEndsAndWhatHasRoomBetween() {
    let wide = drawn(key([KeySamples.rampPart], .horizontal(width: 300))).0
    #expect(wide.items.texts.map(\.text) == ["112", "15,215", "5,000", "10,000"])
    let narrow = drawn(key([KeySamples.rampPart], .horizontal(width: 60))).0
    #expect(narrow.items.texts.map(\.text) == ["112", "15,215"])
    #expect(
        narrow.messages == ["the key of the map has no room in its width"])
    let upright = drawn(key([KeySamples.rampPart])).0.items.texts
    #expect(upright.map(\.text) == ["15,215", "112", "5,000", "10,000"])
    #expect(upright[0].origin.y < upright[3].origin.y && upright[3].origin.y < upright[2].origin.y)
}

@Test func noDataHasAHatchWithALineAround() {
    for parts in [
        [KeySamples.shortRamp, KeySamples.noData], [KeySamples.classes, KeySamples.noData],
        [KeySamples.categories, KeySamples.noData], [KeySamples.noData],
    ] {
        for width in [100.0, 300, 700] {
            let key = key(parts, .horizontal(width: width))
            #expect(key.explainsNoData)
            let hatches = drawn(key).0.items.leaves.filter { item in
                guard case .path(_, .hatch(KeySamples.hatch)?, let stroke) = item else {
                    return false
                }
                return stroke == KeySamples.style.outline
            }
            #expect(hatches.count == 1)
        }
    }
    #expect(!key([KeySamples.classes]).explainsNoData)
}

@Test func classesAreAStripWhereThatHasRoomAndElseAList() {
    let strip = drawn(key([KeySamples.classes], .horizontal(width: 700))).0.items.texts
    #expect(Set(strip.map(\.origin.y)).count == 1)
    #expect(strip.first?.text == "112 a 999" && strip.first?.origin.x == 30)
    for arrangement in [MapKey.Arrangement.vertical, .horizontal(width: 200)] {
        let list = drawn(key([KeySamples.classes], arrangement)).0.items.texts
        // The most stands at the top.
        #expect(list.first?.text == "10,000 a 15,215")
        #expect(Set(list.map(\.origin.x)).count == 1)
        #expect(list.map(\.origin.y) == list.map(\.origin.y).sorted())
    }
}

@Test func namesStandInAlignedColumns() {
    let texts = drawn(key([KeySamples.signs], .horizontal(width: 300))).0.items.texts
    let columns = Set(texts.map(\.origin.x)).count
    #expect(columns == 2 && Set(texts.map(\.origin.y)).count == 4)
    #expect(drawn(key([KeySamples.signs])).0.items.texts.map(\.text).first == "Vehículos")
}

@Test func circlesStandOnOneLineWithTheirAmountsApart() throws {
    let scale = try SymbolScale(holding: [15_215, 30], largestRadius: 8)
    let sizes = MapKey.Sizes(of: scale, color: Ink.lit, format: .plain, locale: .esMX)
    #expect(sizes.circles.map(\.text) == ["10,000", "2,000"])
    let three = MapKey.Sizes(
        [.init(radius: 4, "c"), .init(radius: 8, "a"), .init(radius: 6, "b")], color: Ink.lit)
    let canvas = drawn(key([.sizes(three)])).0
    let circles = shapes(canvas).filter { $0.fill != nil }.map(\.bounds)
    #expect(circles.map(\.width) == circles.map(\.width).sorted(by: >))
    #expect(circles.allSatisfy { abs($0.maxY - circles[0].maxY) < 1e-6 })
    let texts = canvas.items.texts
    #expect(texts.map(\.text) == ["a", "b", "c"])
    #expect(zip(texts, texts.dropFirst()).allSatisfy { $1.origin.y - $0.origin.y >= 12 })
}

@Test func aTitleStandsOverThePartsAndBreaks() {
    let title = "Ventas de vehículos híbridos y eléctricos"
    let (canvas, box) = drawn(
        key([KeySamples.shortRamp], .horizontal(width: 138), title: title))
    let texts = canvas.items.texts
    #expect(texts.dropLast(2).map(\.text).joined(separator: " ") == title)
    #expect(texts.count > 3 && box.width <= 138.001)
    let empty = drawn(key([], title: "unidades"))
    #expect(empty.0.items.texts.map(\.text) == ["unidades"] && empty.1.height > 10)
}

// MARK: - Odd keys

@Test func oddKeysNeitherTrapNorDrawNonsense() {
    let (canvas, box) = drawn(key([]))
    #expect(canvas.items.isEmpty && box.size == .zero)
    let odd: [[MapKey.Part]] = [
        [.classes([])], [.categories([])], [.signs([])],
        [.sizes(.init([], color: .black))],
        [.sizes(.init([.init(radius: .nan, "x"), .init(radius: -1, "y")], color: .black))],
        [.classes([]), KeySamples.noData],
        [.categories([.init("", .color(.white))])],
        [
            .ramp(
                .init(
                    KeySamples.ramp, low: "", high: "",
                    ticks: [.init(at: .nan, "x"), .init(at: 4, "y"), .init(at: 0.5, "z")]))
        ],
    ]
    for parts in odd {
        for width in [Double.nan, -1, 0, 1, 138, .infinity, .greatestFiniteMagnitude] {
            let (canvas, box) = drawn(key(parts, .horizontal(width: width)))
            #expect(canvas.items.isFinite && box.width.isFinite && box.height.isFinite)
        }
        #expect(drawn(key(parts)).0.items.isFinite)
    }
    // Parts without anything leave no gap.
    let gapless = drawn(key([.classes([]), KeySamples.signs])).1
    #expect(gapless.height == drawn(key([KeySamples.signs])).1.height)
}

@Test func aNameWithoutRoomIsSaidOnce() {
    let long = MapKey.Part.categories([
        .init("Un nombre larguísimo de una categoría", .color(.black))
    ])
    #expect(
        drawn(key([long], .horizontal(width: 100))).0.messages
            == ["the key of the map has no room in its width"])
}

// MARK: - From colourings

@Test func aColouringTellsWhatItsColoursMean() throws {
    let hatch = KeySamples.hatch
    let ramp = KeySamples.ramp
    let part = { (coloring: MapColoring, values: [Double], ticks: Int) in
        MapKey.Part.colors(
            of: coloring, format: .plain, locale: .esMX, values: values, ticks: ticks)
    }
    let linear = part(try .linear(over: Extent(112, 15_215), ramp, noData: hatch), [], 3)
    #expect(
        linear.part
            == .ramp(
                .init(
                    ramp, low: "112", high: "15,215",
                    ticks: [
                        .init(at: Extent(112, 15_215).fraction(at: 5000), "5,000"),
                        .init(at: Extent(112, 15_215).fraction(at: 10_000), "10,000"),
                        .init(at: Extent(112, 15_215).fraction(at: 15_000), "15,000"),
                    ])))
    let diverging = part(try .diverging(from: -5, pivot: 0, to: 20, ramp, noData: hatch), [], 0)
    #expect(
        diverging.part
            == .ramp(.init(ramp, low: "−5", high: "20", ticks: [.init(at: 0.5, "0")])))
    let classes = part(
        try .thresholds([5000, 10_000], .ramp(ramp), noData: hatch), [112, 7000, 15_215], 0)
    #expect(
        classes.part
            == .classes(
                zip(["112 a 4,999", "5,000 a 9,999", "10,000 a 15,215"], ramp.colors(3))
                    .map { .init($0, .color($1)) }) && classes.warning == nil)
    let none = part(try .quantiles(3, of: [], .ramp(ramp), noData: hatch), [], 0)
    #expect(none.part == nil && none.warning == nil)
    let names = part(try .categories([ColorCategory("Norte", .black)], noData: hatch), [], 0)
    #expect(names.part == .categories([.init("Norte", .color(.black))]))
}
