import Charts
import Testing

private let parts = ["Sur": 30.0, "Norte": 70] as KeyValuePairs

private let channels: [ChannelName: Channel] = [
    .angle: .figures("Tons", [30, 70]), .color: .words("Region", ["Sur", "Norte"]),
]

@Test func sectorsBecomeOneLayer() {
    let chart = Chart(Array(parts), id: \.key) { part in
        SectorMark(angle: .value("Tons", part.value), innerRadius: .ratio(0.6))
            .foregroundStyle(by: .value("Region", part.key))
    }
    #expect(chart.layers == [Layer(.sector, channels).changed { $0.innerRadius = 0.6 }])
}

@Test func aHoleLeavesARing() {
    let holes = [-1, 0.3, 1, .nan].map { share in
        builtLayers { SectorMark(angle: .value("Tons", 1), innerRadius: .ratio(share)) }
            .first?.innerRadius
    }
    #expect(holes == [0, 0.3, 0.9, 0])
}

/// Asks for the deprecated spelling without a warning.
private protocol Spelling { static var layers: [Layer] { get } }

private enum SwiftChartsSpelling: Spelling {
    @available(*, deprecated)
    static var layers: [Layer] {
        Chart { SectorMark(angle: .value("Tons", 1), angularInset: 1.5) }.layers
    }
}

@Test func theSpellingOfSwiftChartsWorks() {
    let spelling: any Spelling.Type = SwiftChartsSpelling.self
    #expect(spelling.layers == [Layer(.sector, [.angle: .figures("Tons", [1])])])
}
