import Charts
import Graphics
import Testing

private let red = Color(0xC8102E)

@Test func looksBecomeThoseOfTheLayer() {
    let changes: [((inout Layer) -> Void, any ChartContent)] = [
        ({ $0.color = red }, yearPoint().foregroundStyle(red)),
        ({ $0.symbol = .diamond }, yearPoint().symbol(.diamond)),
        ({ $0.markers = .last }, yearPoint().markers(.last)),
        ({ $0.interpolation = .monotone }, yearPoint().interpolationMethod(.monotone)),
        ({ $0.lineWidth = 3 }, yearPoint().lineStyle(StrokeStyle(lineWidth: 3))),
        ({ $0.dash = [4, 2] }, yearPoint().lineStyle(StrokeStyle(dash: [4, 2]))),
        ({ $0.opacity = 0.5 }, yearPoint().opacity(0.5)),
        ({ $0.hasTrack = true }, yearPoint().track()),
        ({ $0.isOnSecondAxis = true }, yearPoint().secondAxis()),
    ]
    for (change, content) in changes {
        #expect(builtLayers { AnyChartContent(content) } == [yearLine().changed(change)])
    }
}

@Test func dataDriveLooks() {
    let qualities: [(ChannelName, any ChartContent)] = [
        (.color, yearPoint().foregroundStyle(by: .value("City", "Lima"))),
        (.position, yearPoint().position(by: .value("City", "Lima"))),
        (.symbol, yearPoint().symbol(by: .value("City", "Lima"))),
    ]
    for (name, content) in qualities {
        #expect(
            builtLayers { AnyChartContent(content) }
                == [yearLine().changed { $0.channels[name] = .words("City", ["Lima"]) }])
    }
    let sized = builtLayers { yearPoint().symbolSize(by: .value("People", 9)) }
    #expect(sized == [yearLine().changed { $0.channels[.size] = .figures("People", [9]) }])
}

@Test func theNearerModifierHolds() {
    let made = builtLayers {
        ForEach([1.0, 2]) { yearPoint($0).opacity($0 / 4) }.opacity(1)
    }
    #expect(made.map(\.opacity) == [0.25, 0.5])
    let colored = builtLayers {
        yearPoint().foregroundStyle(by: .value("City", "Lima")).foregroundStyle(red)
        yearPoint().foregroundStyle(by: .value("City", "Lima"))
            .foregroundStyle(by: .value("City", "Cusco"))
    }
    #expect(
        colored == [
            yearLine([1, 1], [7, 7]).changed {
                $0.channels[.color] = .words("City", ["Lima", "Lima"])
            }
        ])
}

@Test func modifiersReachEverythingInside() {
    let made = builtLayers {
        ForEach([1.0, 2]) { yearPoint($0) }
            .foregroundStyle(by: .value("City", "Cusco"))
            .interpolationMethod(.monotone)
        yearPoint(3)
    }
    #expect(
        made == [
            yearLine([1, 2], [7, 7]).changed {
                $0.channels[.color] = .words("City", ["Cusco", "Cusco"])
                $0.interpolation = .monotone
            },
            yearLine([3], [7]),
        ])
}

@Test func theOrderOfModifiersDoesNotPartLayers() {
    let (city, people) = (("Lima"), 9)
    let made = builtLayers {
        yearPoint().symbolSize(by: .value("People", people))
            .foregroundStyle(by: .value("City", city))
        yearPoint().foregroundStyle(by: .value("City", city))
            .symbolSize(by: .value("People", people))
    }
    #expect(made.count == 1)
}

@Test func barsOfSeveralColoursStayOneLayer() {
    let made = builtLayers {
        namedBar("A")
        namedBar("B").foregroundStyle(red)
        namedBar("C")
    }
    let details = [Detail(), Detail(color: red), Detail()]
    #expect(made == [namedBars(["A": 7, "B": 7, "C": 7]).changed { $0.details = details }])
}

@Test func linesOfSeveralColoursAreSeveralLines() {
    let made = builtLayers {
        yearPoint(1)
        yearPoint(2).foregroundStyle(red)
        yearPoint(3)
    }
    #expect(
        made == [yearLine([1, 3], [7, 7]), yearLine([2], [7]).changed { $0.color = red }])
}

@Test func strokesAndOpacitiesCanAlwaysBeDrawn() {
    let styles = [
        StrokeStyle(lineWidth: -1, dash: [1, -1]), StrokeStyle(lineWidth: .nan, dash: [.infinity]),
        StrokeStyle(lineWidth: .infinity, dash: [0, 0]),
    ]
    for style in styles {
        #expect(builtLayers { yearPoint().lineStyle(style) } == [yearLine()])
    }
    let opacities = [-1, 2, .nan, 0.25].map { opacity in
        builtLayers { yearPoint().opacity(opacity) }.first?.opacity
    }
    #expect(opacities == [0, 1, 1, 0.25])
}
