import Diagnostics
import Graphics
import Layout
import Scales
import TestSupport
import Testing

@testable import Charts

private let tableStyle = DataTable.Style(
    chart: style, keyGround: Color(0xE0F0FF), zebraGround: Color(0xF7F7F7),
    riseGround: Color(0xDDFFDD), rise: Color(0x006600), fallGround: Color(0xFFDDDD),
    fall: Color(0x770000))

private let page = Size(872, 396)

private func plain(
    _ columns: [DataTable.Column], _ rows: [[DataTable.Cell.Content]]
) -> DataTable {
    DataTable(
        columns: columns, rows: rows.map { DataTable.Row($0.map { .init($0) }) },
        style: tableStyle)
}

/// A figure as it is printed.
private func amount(_ value: Double) -> DataTable.Cell.Content {
    .figure(value, (value < 0 ? "−" : "") + printed(abs(value)))
}

// MARK: - Any data

extension SplitMix64 {
    fileprivate mutating func chance(_ of: Int) -> Bool {
        Int.random(in: 0..<of, using: &self) == 0
    }

    fileprivate mutating func column(_ index: Int) -> DataTable.Column {
        let kinds: [DataTable.Column.Kind] = [
            .text(.left), .text(HorizontalAlignment.allCases.randomElement(using: &self) ?? .left),
            .figure, .figure, .bar(.init(shared: chance(2) ? "s" : "", color: Ink.own(index))),
            .change, .sparkline,
        ]
        return DataTable.Column(
            chance(8) ? "" : name(chance(3) ? 30 : 12), unit: chance(3) ? name(12) : "",
            kind: kinds.randomElement(using: &self) ?? .figure)
    }

    fileprivate mutating func cell(_ column: DataTable.Column, isTotal: Bool) -> DataTable.Cell {
        if isTotal, chance(2) { return .init(.empty) }
        let sign = chance(4) ? -1.0 : 1
        switch column.kind {
        case .text: return .init(.words(chance(9) ? "" : name(chance(4) ? 50 : 14)))
        case .sparkline:
            let values = (0..<Int.random(in: 1...9, using: &self)).map { _ in
                chance(5) ? nil : figure()
            }
            return .init(isTotal ? .empty : .series(values, told: "values"))
        case .figure, .bar, .change:
            if chance(6) { return .init(.missing) }
            return .init(
                amount(sign * figure()),
                standing: [.firm, .firm, .preliminary, .derived, .estimated]
                    .randomElement(using: &self) ?? .firm,
                isRounded: chance(9))
        }
    }

    /// A random table, not always a sensible one.
    fileprivate mutating func table(columns most: Int = 8, rows: Int = 30) -> DataTable {
        let columns = (0..<Int.random(in: 1...most, using: &self)).map { column($0) }
        let groups = chance(3) ? [name(20), name(20), ""] : [""]
        let count = Int.random(in: 1...rows, using: &self)
        var table = DataTable(
            columns: columns,
            rows: (0..<count).map { index in
                DataTable.Row(
                    columns.map { cell($0, isTotal: false) },
                    group: groups[index * groups.count / count], isKey: chance(9))
            },
            totals: (0..<(chance(2) ? Int.random(in: 1...2, using: &self) : 0)).map { _ in
                DataTable.Row(columns.map { cell($0, isTotal: true) })
            }, hasRules: !chance(3), hasZebra: chance(3), style: tableStyle)
        if chance(4) {
            table.columns.insert(.init("", kind: .figure, isMuted: true), at: 0)
            for index in table.rows.indices {
                table.rows[index].cells.insert(.init(amount(Double(index + 1))), at: 0)
            }
            for index in table.totals.indices {
                table.totals[index].cells.insert(.init(.empty), at: 0)
            }
        }
        return table
    }
}

/// The layout of a table that fits.
private func fitted(_ table: DataTable, in size: Size) -> DataTableLayout? {
    guard case .fits(let layout) = DataTableLayout.fit(table, in: size, measuring: FixedMeasurer())
    else { return nil }
    return layout
}

@Test func everyTableIsFiniteAndTheSameTwice() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<150 {
        let (table, rect) = (random.table(), random.rect())
        let items = drawn(table, in: rect).items
        #expect(items.isFinite)
        #expect(drawn(table, in: rect).items == items)
    }
}

@Test func textsOfTablesNeitherOverlapNorLeaveTheTable() {
    var random = SplitMix64(seed: 2)
    var fitting = 0
    for _ in 0..<300 {
        let table = random.table()
        let rect = random.chance(2) ? random.rect() : Rect(origin: Point(7, 9), size: page)
        let canvas = drawn(table, in: rect)
        guard !canvas.findings.hasErrors else { continue }
        fitting += 1
        #expect(canvas.collisions(in: rect).isEmpty)
    }
    #expect(fitting > 80)
}

@Test func aTableThatDoesNotFitSaysSoAndDrawsNothing() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
        let canvas = drawn(random.table(), in: random.rect())
        #expect(canvas.findings.hasErrors == canvas.items.isEmpty)
    }
}

@Test func nothingOfATableLeavesItsPlace() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<200 {
        let table = random.table()
        let rect = Rect(origin: Point(7, 9), size: page)
        let items = drawn(table, in: rect).items
        let colors = [
            tableStyle.keyGround, tableStyle.zebraGround, tableStyle.rise, tableStyle.riseGround,
            tableStyle.fall, tableStyle.fallGround, style.accent, style.negative, style.key,
        ]
        let fills = colors.flatMap { items.bounds($0) } + items.missing
        let lines = items.strokes.compactMap(\.path.controlBounds)
        for box in fills + lines { #expect(rect.contains(box, tolerance: 0.5)) }
    }
}

@Test func lettersAreNeverSmallerThanNinePoints() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<60 {
        let canvas = drawn(random.table(columns: 14), in: random.rect())
        for text in canvas.items.lettering { #expect(text.style.size >= 9 - 1e-9) }
    }
}

@Test func decimalMarksStandOneAboveTheOther() throws {
    var random = SplitMix64(seed: 6)
    for _ in 0..<100 {
        let values = (0..<Int.random(in: 2...12, using: &random)).map { _ in
            (random.chance(3) ? -1 : 1) * random.figure()
        }
        var table = plain(
            [.init("A"), .init("B", kind: random.chance(2) ? .figure : .change)],
            values.map { [.words("a"), amount($0)] })
        table.rows[0].isKey = random.chance(2)
        table.totals = [.init([.init(.words("All")), .init(amount(1234.5))])]
        for index in table.rows.indices where random.chance(3) {
            table.rows[index].cells[1].standing = .derived
        }
        let items = drawn(table, in: Rect(origin: .zero, size: page)).items
        let printed = items.lettering.filter { $0.text.contains(where: \.isNumber) }
        try #require(printed.count == values.count + 1)
        let marks = Set(
            printed.map { text in
                let whole = text.text.prefix { $0 != "." }.count
                let x = text.box.minX + Double(whole) * 0.6 * text.style.size
                return (x * 1000).rounded()
            })
        #expect(marks.count == 1)
    }
}

@Test func barsStartAtZeroInTheirCellsAndAreAsLongAsTheirFigures() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
        let values = (0..<Int.random(in: 1...10, using: &random)).map { _ -> Double? in
            random.chance(5) ? nil : (random.chance(3) ? -1 : 1) * random.figure()
        }
        let bar = DataTable.Bar(color: Ink.own(1))
        let table = plain(
            [.init("A"), .init("B", kind: .bar(bar))],
            values.map { [.words("a"), $0.map(amount) ?? .missing] })
        let layout = try #require(fitted(table, in: page))
        let ends = try #require(layout.columns[1].bar)
        let items = drawn(table, in: Rect(origin: .zero, size: page)).items
        let (rises, falls) = (items.bounds(Ink.own(1)), items.bounds(style.negative))
        let known = values.compactMap { $0 }
        #expect(rises.count == known.count { $0 > 0 })
        #expect(falls.count == known.count { $0 < 0 })
        #expect(items.missing.count == values.count { $0 == nil })
        for box in rises + falls + items.missing {
            #expect(box.minX >= ends.left - 1e-6 && box.maxX <= ends.right + 1e-6)
            #expect(layout.rows.count { $0.top <= box.minY && box.maxY <= $0.top + $0.height } == 1)
        }
        let length = max(0, known.max() ?? 0) - min(0, known.min() ?? 0)
        for (value, box) in zip(known.filter { $0 > 0 }, rises) {
            let expected = (ends.right - ends.left) * value / length
            #expect(abs(box.width - max(1, expected)) < 1e-6)
        }
    }
}

@Test func columnsOfASharedScaleDrawEqualFiguresEquallyLong() throws {
    var random = SplitMix64(seed: 8)
    for _ in 0..<50 {
        let most = Double.random(in: 10...1000, using: &random)
        let bar = { DataTable.Bar(shared: "s", color: Ink.own($0)) }
        let table = plain(
            [.init("A", kind: .bar(bar(1))), .init("Another one", kind: .bar(bar(2)))],
            [[amount(10), amount(most)], [amount(5), amount(10)]])
        let items = drawn(table, in: Rect(origin: .zero, size: page)).items
        let (first, second) = (items.bounds(Ink.own(1)), items.bounds(Ink.own(2)))
        try #require(first.count == 2 && second.count == 2)
        #expect(abs(first[0].width - second[1].width) < 1e-6)
    }
}

@Test func ordinaryTablesHaveNoFindings() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<200 {
        let count = Int.random(in: 1...5, using: &random)
        let columns = (0..<count).map { _ in
            DataTable.Column(
                random.name(14), kind: random.chance(2) ? .text(.left) : .bar(.init()))
        }
        let rows = (0..<Int.random(in: 1...18, using: &random)).map { _ in
            columns.map { column -> DataTable.Cell.Content in
                if case .text = column.kind { return .words(random.name(14)) }
                return amount(Double(Int.random(in: 0...2_000_000, using: &random)))
            }
        }
        let rect = Rect(origin: .zero, size: page)
        #expect(drawn(plain(columns, rows), in: rect).messages.isEmpty)
    }
}

@Test func rowsAreReadInOrderAndMissingFiguresAreSaid() {
    let table = plain(
        [.init("Name"), .init("Figure", kind: .figure)],
        [[.words("One"), amount(1)], [.words("Two"), .missing], [.words("Three"), amount(3)]])
    let canvas = drawn(table, in: Rect(origin: .zero, size: page))
    #expect(
        canvas.items.lettering.map(\.text)
            == ["Name", "Figure", "One", "1", "Two", "n.d.", "Three", "3"])
    #expect(canvas.footnotes == [.missing])
}

// MARK: - Examples

@Test func marksOfOneColumnStandOnceInItsHeader() {
    var table = plain(
        [.init("Name"), .init("Share", kind: .figure)],
        [[.words("One"), amount(1)], [.words("Two"), amount(2)]])
    table.rows[0].cells[1].standing = .derived
    let texts = { (table: DataTable) in
        drawn(table, in: Rect(origin: .zero, size: page)).items.lettering.map(\.text)
    }
    #expect(texts(table) == ["Name", "Share", "One", "1", "*", "Two", "2"])
    table.rows[1].cells[1].standing = .derived
    #expect(texts(table) == ["Name", "Share*", "One", "1", "Two", "2"])
    table.rows[1].cells[1].standing = .preliminary
    #expect(texts(table) == ["Name", "Share", "One", "1", "*", "Two", "2", "p"])
}

@Test func rowsOfOneGroupShareAHeading() {
    var table = plain([.init("")], ["a", "b", "c", "d"].map { [.words($0)] })
    for (index, group) in ["North", "North", "South", "North"].enumerated() {
        table.rows[index].group = group
    }
    let canvas = drawn(table, in: Rect(origin: .zero, size: page))
    #expect(
        canvas.items.lettering.map(\.text) == ["North", "a", "b", "South", "c", "North", "d"])
}

@Test func wordsShrinkALittleBeforeTheyBreakAndBreakBeforeTheyShrinkMore() throws {
    let size = { (words: String) -> (size: Double, lines: Int)? in
        let table = plain(
            [.init("Name"), .init("Figure", kind: .figure)],
            [[.words(words), amount(1)], [.words("b"), amount(2)]])
        return fitted(table, in: Size(300, 300)).map { ($0.letters.size, $0.rows[0].lines[0]) }
    }
    let short = try #require(size("a name of some words"))
    #expect(short == (14, 1))
    let longer = try #require(size("a name of so many words, 33 words"))
    #expect(longer == (12, 1))
    let long = try #require(size("a name of several words that is longer than its column"))
    #expect(long == (14, 2))
}

@Test func aTableIsAsHighAsItsRows() {
    let table = plain([.init("Name")], [[.words("a")], [.words("b")]])
    let measured = table.size(in: page, measuring: FixedMeasurer())
    #expect(measured == Size(872, 16 + 8 + 64))
    #expect(table.size(in: Size(100, .infinity), measuring: FixedMeasurer()).height == .infinity)
}

@Test func figuresArePartedAtTheirLastDigit() {
    let parts = { (text: String, mark: String) -> [String] in
        let parts = DataTableFigureParts(text, decimalMark: mark)
        return [parts.head, parts.tail]
    }
    #expect(parts("1,234.5", ".") == ["1,234", ".5"])
    #expect(parts("1.234,5 %", ",") == ["1.234", ",5 %"])
    #expect(parts("12 %", ".") == ["12", " %"])
    #expect(parts("(1,234)", ".") == ["(1,234", ")"])
    #expect(parts("−5", ".") == ["−5", ""])
    #expect(parts("none.", ".") == ["none.", ""])
    #expect(parts("", ".") == ["", ""])
    #expect(parts("1\n2", "") == ["1 2", ""])
}

@Test func aTableLooksAsItDid() {
    let bar = DataTable.Column(
        "Units", unit: "(thousand)", kind: .bar(.init(color: Ink.own(1))))
    var table = plain(
        [
            .init("", kind: .figure, isMuted: true), .init("Name"), bar,
            .init("Change", kind: .change),
        ],
        [
            [amount(1), .words("Estados Unidos"), amount(80.5), .figure(0.047, "+4.7%")],
            [amount(2), .words("Canadá"), amount(9), .figure(-0.1, "−10.0%")],
            [amount(3), .words("Alemania"), .missing, .figure(0, "0.0%")],
        ])
    table.rows[0].isKey = true
    table.rows[1].cells[2].standing = .preliminary
    table.rows[2].group = "Europa"
    table.totals = [
        .init([
            .init(.empty), .init(.words("Total")), .init(amount(89.5), standing: .derived),
            .init(.empty),
        ])
    ]
    expectText(dump(table, in: Size(400, 220)), matches: "charts-table")
}

// MARK: - Failures

/// A table and what is wrong with it.
private struct WrongTable: CustomTestStringConvertible, Sendable {
    var table: DataTable
    var message: String

    init(_ table: DataTable, _ message: String) {
        self.table = table
        self.message = message
    }

    /// A table of ten thousand rows would be printed in full.
    var testDescription: String { message }
}

@Test(arguments: [
    WrongTable(
        plain([.init("A")], []), "the table has no rows"
    ),
    WrongTable(plain([], [[]]), "the table has no columns"),
    WrongTable(
        plain([.init("A"), .init("B")], [[.words("x")]]), "“x” has 1 cells for 2 columns"
    ),
    WrongTable(
        plain([.init("A"), .init("B", kind: .figure)], [[.words("x"), .figure(.nan, "NaN")]]),
        "the figure of “x”, column “B”, is not a number"
    ),
    WrongTable(
        plain([.init("", kind: .bar(.init()))], [[.figure(.infinity, "∞")]]),
        "the figure of row 1, column 1, is not a number"
    ),
    WrongTable(
        plain([.init("A", kind: .sparkline)], [[.series([1, .nan], told: "")]]),
        "a value of row 1, column “A”, is not a number"
    ),
    WrongTable(
        plain([.init("A")], [[.words(String(repeating: "a ", count: 600))]]),
        "is too long for a table"
    ),
    WrongTable(
        plain(
            [.init("A"), .init("Long")],
            [[.words("x"), .words(String(repeating: "a", count: 900))]]),
        "most of it for column “Long”"
    ),
    WrongTable(
        plain([.init("A", kind: .bar(.init(domain: Extent(5, 10))))], [[amount(7)]]),
        "the scale of column “A” does not hold zero"
    ),
    WrongTable(
        plain([.init("A", kind: .bar(.init(domain: Extent(0, 5))))], [[amount(7)]]),
        "the figure of row 1 lies outside of the scale of column “A”"
    ),
    WrongTable(
        plain([.init("A")], [[.series([1], told: "")]]), "is a line of values"
    ),
    WrongTable(
        plain([.init("A", kind: .sparkline)], [[.words("x")]]), "is no line of values"
    ),
    WrongTable(
        plain([.init("A")], (0..<10_000).map { [.words("\($0)")] }),
        "the table has no room for its 10000 rows: 23 fit"
    ),
    WrongTable(
        plain(
            (0..<60).map { .init("Column \($0)", kind: .figure) },
            [(0..<60).map { amount(Double($0)) }]),
        "the table has no room for its 60 columns: it needs"
    ),
])
private func aWrongTableIsAFinding(_ wrong: WrongTable) {
    let canvas = drawn(wrong.table, in: Rect(origin: .zero, size: page))
    #expect(canvas.messages.count == 1)
    #expect(canvas.messages.first?.contains(wrong.message) == true, "\(canvas.messages)")
    #expect(canvas.items.isEmpty)
}

@Test func asManyRowsFitAsTheFindingSays() throws {
    let table = { (count: Int) in plain([.init("A")], (0..<count).map { [.words("\($0)")] }) }
    for height in [60.0, 100, 250, 396] {
        let rect = Rect(x: 0, y: 0, width: 200, height: height)
        let message = try #require(drawn(table(200), in: rect).messages.first)
        let fitting = try #require(message.split(separator: " ").compactMap { Int($0) }.last)
        #expect(drawn(table(fitting), in: rect).messages.isEmpty)
        #expect(!drawn(table(fitting + 1), in: rect).messages.isEmpty)
    }
}

@Test func figuresOfAnySizeMakeFiniteBars() {
    let extremes: [Double] = [
        .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0, .leastNonzeroMagnitude,
        -.leastNonzeroMagnitude,
    ]
    let table = plain(
        [.init("A", kind: .bar(.init(color: Ink.own(1))))],
        extremes.map { [.figure($0, "x")] })
    let canvas = drawn(table, in: Rect(origin: .zero, size: page))
    #expect(canvas.items.isFinite)
    #expect(canvas.messages.isEmpty)
    for box in canvas.items.bounds(Ink.own(1)) + canvas.items.bounds(style.negative) {
        #expect(box.minX >= 0 && box.maxX <= page.width)
    }
}

@Test func placesWithoutRoomOrEndAreFindings() {
    let table = plain([.init("A")], [[.words("x")]])
    for size in [
        Size(0, 0), Size(10, 400), Size(.infinity, 10), Size(400, .infinity), Size(.nan, .nan),
    ] {
        let canvas = drawn(table, in: Rect(origin: .zero, size: size))
        #expect(canvas.messages.count == 1)
        #expect(canvas.items.isEmpty)
    }
}
