import Charts
import Testing

@Test func pointsBecomeALayer() {
    let made = builtLayers {
        PointMark(x: .value("Income", 3), y: .value("Years", 70))
        PointMark(x: .value("Income", 5), y: .value("Years", 80))
    }
    let channels: [ChannelName: Channel] = [
        .x: .figures("Income", [3, 5]), .y: .figures("Years", [70, 80]),
    ]
    #expect(made == [Layer(.point, channels)])
}
