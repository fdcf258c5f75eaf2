import Charts
import Scales
import Testing

@Test func barsBecomeALayer() {
    let made = builtLayers { namedBar() }
    #expect(made == [namedBars()])
}

@Test func barsReachFromValueToValue() {
    let lying = builtLayers {
        BarMark(xStart: .value("Start", 1), xEnd: .value("End", 3), y: .value("Job", "A"))
    }
    let channels: [ChannelName: Channel] = [
        .xStart: .figures("Start", [1]), .xEnd: .figures("End", [3]), .y: .words("Job", ["A"]),
    ]
    #expect(lying == [Layer(.bar, channels)])
    let standing = builtLayers {
        BarMark(
            x: .value("Job", "A"), yStart: .value("Start", 1), yEnd: .value("End", 3),
            width: .ratio(0.5))
    }
    let upright: [ChannelName: Channel] = [
        .x: .words("Job", ["A"]), .yStart: .figures("Start", [1]), .yEnd: .figures("End", [3]),
    ]
    #expect(standing == [Layer(.bar, upright).changed { $0.thickness = 0.5 }])
}

@Test func barsOfOneCategoryNeedNoName() {
    let x = builtLayers { BarMark(x: .value("Profit", 4), stacking: .normalized) }
    #expect(
        x == [Layer(.bar, [.x: .figures("Profit", [4])]).changed { $0.stacking = .normalized }])
    let y = builtLayers { BarMark(y: .value("Profit", 4), width: .ratio(0.3)) }
    #expect(y == [Layer(.bar, [.y: .figures("Profit", [4])]).changed { $0.thickness = 0.3 }])
    let spans = builtLayers {
        BarMark(xStart: .value("From", 1), xEnd: .value("To", 2))
        BarMark(yStart: .value("From", 1), yEnd: .value("To", 2), width: .automatic)
    }
    #expect(
        spans == [
            Layer(.bar, [.xStart: .figures("From", [1]), .xEnd: .figures("To", [2])]),
            Layer(.bar, [.yStart: .figures("From", [1]), .yEnd: .figures("To", [2])]),
        ])
}

@Test(arguments: Layer.Stacking.allCases)
func barsAreStackedAsSaid(_ stacking: MarkStackingMethod) {
    let made = builtLayers {
        BarMark(x: .value("Name", "A"), y: .value("Sum", 7), stacking: stacking)
    }
    #expect(made == [namedBars().changed { $0.stacking = stacking }])
}

@Test func thicknessIsAcrossTheBar() {
    let standing = builtLayers {
        BarMark(
            x: .value("Name", "A"), y: .value("Sum", 7), width: .ratio(0.4), height: .ratio(0.8))
    }
    #expect(standing.map(\.thickness) == [0.4])
    let lying = builtLayers {
        BarMark(
            x: .value("Sum", 7), y: .value("Name", "A"), width: .ratio(0.4), height: .ratio(0.8))
    }
    #expect(lying.map(\.thickness) == [0.8])
    // Who says one of the two means the one that there is.
    let either = builtLayers {
        BarMark(x: .value("Sum", 7), y: .value("Name", "A"), width: .ratio(0.4))
    }
    #expect(either.map(\.thickness) == [0.4])
}

@Test func sharesStayWithinTheWhole() {
    let shares = [-1, 0.25, 7, .infinity, -.infinity, .nan].map { share in
        builtLayers { BarMark(y: .value("Sum", 7), width: .ratio(share)) }.first?.thickness
    }
    #expect(shares == [0, 0.25, 1, 1, 0, nil])
}

@Test func aMissingFigureIsKept() {
    let values: [Double?] = [1, nil, 3]
    let chart = Chart(values) { value in
        BarMark(x: .value("Name", "A"), y: .value("Sum", value))
    }
    #expect(chart.layers == [namedBars(["A": 1, "A": nil, "A": 3])])
}
