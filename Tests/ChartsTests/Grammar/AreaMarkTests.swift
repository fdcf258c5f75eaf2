import Charts
import Testing

@Test func areasHaveOneEdgeOrTwo() {
    let one = builtLayers {
        AreaMark(x: .value("Year", 1), y: .value("Sum", 7), stacking: .center)
    }
    let sums: [ChannelName: Channel] = [.x: .figures("Year", [1]), .y: .figures("Sum", [7])]
    #expect(one == [Layer(.area, sums).changed { $0.stacking = .center }])
    let two = builtLayers {
        AreaMark(x: .value("Year", 1), yStart: .value("Least", 2), yEnd: .value("Most", 4))
    }
    let band: [ChannelName: Channel] = [
        .x: .figures("Year", [1]), .yStart: .figures("Least", [2]), .yEnd: .figures("Most", [4]),
    ]
    #expect(two == [Layer(.area, band)])
    let upright = builtLayers {
        AreaMark(xStart: .value("Least", 2), xEnd: .value("Most", 4), y: .value("Depth", 1))
    }
    let across: [ChannelName: Channel] = [
        .xStart: .figures("Least", [2]), .xEnd: .figures("Most", [4]),
        .y: .figures("Depth", [1]),
    ]
    #expect(upright == [Layer(.area, across)])
}

@Test func areasAreToldApartBySeries() {
    let made = builtLayers {
        AreaMark(
            x: .value("Year", 1), y: .value("Sum", 7), series: .value("City", "Lima"),
            stacking: .unstacked)
        AreaMark(
            x: .value("Year", 1), yStart: .value("Least", 2), yEnd: .value("Most", 4),
            series: .value("City", "Lima"))
    }
    #expect(
        made.map { $0.channels[.series] } == [.words("City", ["Lima"]), .words("City", ["Lima"])])
    #expect(made.map(\.stacking) == [.unstacked, nil])
}
