import Charts
import Testing

@Test func cellsHaveTheirAmountAsColour() {
    let made = builtLayers {
        RectangleMark(x: .value("Month", "ene"), y: .value("Day", "lu"))
            .foregroundStyle(by: .value("Visits", 12))
        RectangleMark(x: .value("Month", "feb"), y: .value("Day", "lu"))
            .foregroundStyle(by: .value("Visits", Int?.none))
    }
    let channels: [ChannelName: Channel] = [
        .x: .words("Month", ["ene", "feb"]), .y: .words("Day", ["lu", "lu"]),
        .color: .figures("Visits", [12, nil]),
    ]
    #expect(made == [Layer(.rectangle, channels)])
}

@Test func stretchesCrossThePlot() {
    let made = builtLayers {
        RectangleMark(xStart: .value("Year", 2008), xEnd: .value("Year", 2009))
        RectangleMark(yStart: .value("Sum", 1), yEnd: .value("Sum", 2))
        RectangleMark(
            xStart: .value("Year", 2008), xEnd: .value("Year", 2009), yStart: .value("Sum", 1),
            yEnd: .value("Sum", 2))
    }
    let x: [ChannelName: Channel] = [
        .xStart: .figures("Year", [2008]), .xEnd: .figures("Year", [2009]),
    ]
    let y: [ChannelName: Channel] = [
        .yStart: .figures("Sum", [1]), .yEnd: .figures("Sum", [2]),
    ]
    #expect(
        made == [
            Layer(.rectangle, x), Layer(.rectangle, y),
            Layer(.rectangle, x.merging(y) { first, _ in first }),
        ])
}
