import Charts
import Scales
import Testing

/// A type that stands for a name, and one that stands for a number.
private enum City: String, Plottable { case cusco = "Cusco" }
private enum Level: Int, Plottable { case high = 3 }
private struct Weight: Plottable {
    var grams: Double
    var primitivePlottable: Double { grams }
}

@Test func numbersOfAllTypesAreFigures() {
    #expect(1.5.plotted == .number(1.5))
    #expect(Float(0.5).plotted == .number(0.5))
    #expect(7.plotted == .number(7))
    #expect(Int8(-7).plotted == .number(-7))
    #expect(Int16(7).plotted == .number(7))
    #expect(Int32(7).plotted == .number(7))
    #expect(Int64.min.plotted == .number(-9_223_372_036_854_775_808))
    #expect(UInt.max.plotted == .number(18_446_744_073_709_551_616))
    #expect(UInt8(7).plotted == .number(7))
    #expect(UInt16(7).plotted == .number(7))
    #expect(UInt32(7).plotted == .number(7))
    #expect(UInt64(7).plotted == .number(7))
}

@Test func textsAndDaysArePlottable() {
    #expect("Cusco".plotted == .name("Cusco"))
    #expect(CivilDate.first.plotted == .date(.first))
}

@Test func whatIsNotThereKeepsItsKind() {
    #expect(Double?.none.plotted == .number(nil))
    #expect(Int?.none.plotted == .number(nil))
    #expect(Float?.some(2).plotted == .number(2))
    #expect(String?.none.plotted == .name(""))
    #expect(CivilDate?.none.plotted == .date(nil))
    #expect(City?.none.plotted == .name(""))
    #expect(Int??.some(.none).plotted == .number(nil))
}

@Test func typesOfOnesOwnStandForWhatTheySay() {
    #expect(City.cusco.plotted == .name("Cusco"))
    #expect(Level.high.plotted == .number(3))
    #expect(Weight(grams: 5).plotted == .number(5))
    #expect(Weight?.none.plotted == .number(nil))
}

@Test func daysStandForTheirPeriods() throws {
    let day = try #require(CivilDate(year: 2024, month: 8, day: 17))
    let starts = PlottableDateUnit.allCases.map { unit in
        Chart { PointMark(x: .value("Day", day, unit: unit), y: .value("Sum", 1)) }
            .layers.first?.channels[.x]
    }
    #expect(
        starts
            == ["2024-08-17", "2024-08-01", "2024-07-01", "2024-01-01"].map {
                Channel("Day", .dates([CivilDate(iso: $0)]))
            })
}
