import Charts
import Testing

@Test func rulesCrossThePlotOrReachFromValueToValue() {
    let made = builtLayers {
        RuleMark(x: .value("Year", 2008))
        RuleMark(y: .value("Goal", 900))
        RuleMark(xStart: .value("From", 1), xEnd: .value("To", 2), y: .value("Job", "A"))
        RuleMark(x: .value("Job", "A"), yStart: .value("From", 1), yEnd: .value("To", 2))
    }
    let lying: [ChannelName: Channel] = [
        .xStart: .figures("From", [1]), .xEnd: .figures("To", [2]), .y: .words("Job", ["A"]),
    ]
    let standing: [ChannelName: Channel] = [
        .x: .words("Job", ["A"]), .yStart: .figures("From", [1]), .yEnd: .figures("To", [2]),
    ]
    #expect(
        made == [
            Layer(.rule, [.x: .figures("Year", [2008])]),
            Layer(.rule, [.y: .figures("Goal", [900])]),
            Layer(.rule, lying), Layer(.rule, standing),
        ])
}
