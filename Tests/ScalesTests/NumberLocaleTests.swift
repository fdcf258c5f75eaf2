import Scales
import Testing

@Test func groupsOfAnySizeAreJoinedAgain() throws {
    let format = try NumberFormat(",d")
    for grouping in [[3], [3, 2, 2], [1], [2, 5], [3, 2, 0], [40], [0], [-1], []] {
        let locale = NumberLocale(decimal: ".", thousands: " ", grouping: grouping)
        let text = format.text(12_345_678_901_234, locale: locale)
        #expect(text.filter { $0 != " " } == "12345678901234", "\(grouping)")
    }
}

@Test func groupingFollowsTheLocale() throws {
    let format = try NumberFormat(",d")
    let indian = NumberLocale(decimal: ".", thousands: ",", grouping: [3, 2, 2, 2])
    #expect(format.text(123_456_789, locale: indian) == "12,34,56,789")
    let rest = NumberLocale(decimal: ".", thousands: ",", grouping: [3, 0])
    #expect(format.text(123_456_789, locale: rest) == "123456,789")
}

@Test func affixesFollowTheLocale() throws {
    #expect(try NumberFormat(".1%").text(0.142, locale: .esMX) == "14.2%")
    #expect(try NumberFormat(".1%").text(0.142, locale: .esES) == "14,2\u{A0}%")
    #expect(try NumberFormat("$,.2f").text(-1234.5, locale: .esMX) == "−$1,234.50")
    #expect(try NumberFormat("$,.2f").text(-1234.5, locale: .esES) == "−1.234,50\u{A0}€")
}
