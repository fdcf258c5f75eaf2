import Charts
import Testing

/// A mark with its label, as a type of its own.
private struct Target: ChartContent {
    var level: Double
    var body: some ChartContent {
        RuleMark(y: .value("Goal", level)).annotation { "goal" }
    }
}

private enum Shape { case bar, line, none }

private func names(_ layers: [Layer]) -> [String] {
    layers.flatMap { layer -> [String] in
        guard case .names(let names)? = layer.channels[.x]?.values else { return [] }
        return names
    }
}

@Test func nothingMakesNoLayers() {
    #expect(builtLayers {} == [])
    #expect(builtLayers { EmptyChartContent() } == [])
    #expect(Chart([Int]()) { namedBar("\($0)") } == Chart(layers: []))
}

@Test func contentIsTakenInOrder() {
    let more: BarMark? = namedBar("G")
    let none: BarMark? = nil
    let (isWide, isLong) = (true, false)
    let made = builtLayers {
        namedBar("A")
        if isWide { namedBar("B") }
        if isLong { namedBar("x") }
        if isLong { yearPoint() } else { namedBar("C") }
        for name in ["D", "E"] { namedBar(name) }
        [namedBar("F")]
        more
        none
        ForEach(["H"]) { namedBar($0) }
        ForEach(8..<10, id: \.self) { number in
            let name = "\(number)"
            namedBar(name)
            namedBar(name + "'")
        }
        AnyChartContent(namedBar("I"))
        if #available(macOS 13, *) { namedBar("J") }
    }
    #expect(made.count == 1)
    #expect(names(made).joined(separator: " ") == "A B C D E F G H 8 8' 9 9' I J")
}

@Test func switchesChooseContent() {
    let made = Chart([Shape.line, .none, .bar]) { shape in
        switch shape {
        case .bar: namedBar()
        case .line: yearPoint()
        case .none: EmptyChartContent()
        }
    }
    #expect(made.layers == [yearLine(), namedBars()])
}

@Test func contentMayBeATypeOfItsOwn() {
    let made = builtLayers {
        Target(level: 4)
        Target(level: 5).key()
    }
    let details = [Detail(text: "goal"), Detail(isKey: true, text: "goal")]
    #expect(made == [Layer(.rule, [.y: .figures("Goal", [4, 5])], details: details)])
}

@Test func manyMarksStandInOneBlock() {
    let made = builtLayers {
        namedBar("1")
        namedBar("2")
        namedBar("3")
        namedBar("4")
        namedBar("5")
        namedBar("6")
        namedBar("7")
        namedBar("8")
        namedBar("9")
        namedBar("10")
        namedBar("11")
        namedBar("12")
    }
    #expect(made.map(\.count) == [12])
}

@Test func errorsOfRowsComeThrough() {
    struct Fault: Error {}
    #expect(throws: Fault.self) {
        try Chart([1, 2]) { number in
            if number == 2 { throw Fault() }
            return namedBar("\(number)")
        }
    }
}
