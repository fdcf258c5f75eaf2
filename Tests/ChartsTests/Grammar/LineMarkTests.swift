import Charts
import Scales
import Testing

@Test func pointsBecomeALine() {
    let chart = Chart([1.0, 2, 3]) { yearPoint($0, $0 * $0) }
    #expect(chart == Chart(layers: [yearLine([1, 2, 3], [1, 4, 9])]))
}

@Test func linesAreToldApartBySeries() {
    let made = builtLayers {
        LineMark(
            x: .value("Year", 1.0), y: .value("Sum", 7.0), series: .value("City", "Cusco"))
        LineMark(x: .value("Year", 1.0), y: .value("Sum", 8.0), series: .value("City", "Lima"))
    }
    #expect(
        made == [
            yearLine([1, 1], [7, 8]).changed {
                $0.channels[.series] = .words("City", ["Cusco", "Lima"])
            }
        ])
}

@Test func linesRunAlongDays() {
    let day = CivilDate(year: 2024, month: 3)
    let made = builtLayers {
        LineMark(x: .value("Month", CivilDate.first), y: .value("Sum", 1))
        LineMark(x: .value("Month", CivilDate.last), y: .value("Sum", Int?.none))
    }
    #expect(
        made == [
            Layer(
                .line,
                [
                    .x: Channel("Month", .dates([.first, .last])),
                    .y: .figures("Sum", [1, nil]),
                ])
        ])
    // An optional day is a day as well.
    let optional = builtLayers { LineMark(x: .value("Month", day), y: .value("Sum", 1)) }
    #expect(optional.first?.channels[.x] == Channel("Month", .dates([day])))
}
