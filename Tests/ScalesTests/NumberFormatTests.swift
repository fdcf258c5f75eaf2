import Scales
import Testing

/// What d3-format 3 gives for specifiers and numbers, in English.
private let english: [(String, Double, String)] = [
    // fixed decimals
    ("f", 0, "0.000000"),
    ("f", 1, "1.000000"),
    ("f", -1, "−1.000000"),
    ("f", 123.456, "123.456000"),
    ("f", 1e21, "1e+21"),
    (".0f", 0.5, "1"),
    (".0f", 1.5, "2"),
    (".0f", 2.5, "3"),
    (".0f", -0.4, "0"),
    (".0f", 1e20, "100000000000000000000"),
    (".1f", 0.05, "0.1"),
    (".1f", 0.25, "0.3"),
    (".1f", 0.35, "0.3"),
    (".1f", -0.05, "−0.1"),
    (".1f", 1234.56, "1234.6"),
    (".2f", 1.005, "1.00"),
    (".2f", 1.255, "1.25"),
    (".2f", 8.345, "8.35"),
    (".2f", 0.615, "0.61"),
    (".2f", -0.001, "0.00"),
    (".2f", 1e-7, "0.00"),
    (",.1f", 1234.5, "1,234.5"),
    (",.1f", 999999.95, "999,999.9"),
    (",.1f", -1234567.89, "−1,234,567.9"),
    (".20f", 0.1, "0.10000000000000000555"),
    (".20f", 1e-10, "0.00000000010000000000"),
    (".30f", 0.5, "0.50000000000000000000"),
    ("+.1f", 0, "+0.0"),
    ("+.1f", 1.25, "+1.3"),
    ("+.1f", -1.25, "−1.3"),
    ("+.1f", -0.01, "−0.0"),
    ("(.1f", -12.3, "(12.3)"),
    ("(.1f", 12.3, "12.3"),
    (" .1f", -1, "−1.0"),
    (" .1f", 1, " 1.0"),
    (".4~f", 1.5, "1.5"),
    (".4~f", 2, "2"),
    (".4~f", 0.0001, "0.0001"),
    (".4~f", 0.00001, "0"),
    // exponents
    ("e", 0, "0.000000e+0"),
    ("e", 1, "1.000000e+0"),
    ("e", 42000, "4.200000e+4"),
    ("e", -4.2e-9, "−4.200000e-9"),
    (".0e", 15, "2e+1"),
    (".0e", 25, "3e+1"),
    (".0e", 0.00035, "3e-4"),
    (".3e", 123456, "1.235e+5"),
    (".3e", 9.9996, "1.000e+1"),
    ("~e", 1000000, "1e+6"),
    ("~e", 1.5e-300, "1.5e-300"),
    (",.2e", 1e21, "1.00e+21"),
    // general
    ("g", 0, "0.00000"),
    ("g", 1, "1.00000"),
    ("g", 123456, "123456"),
    ("g", 1234567, "1.23457e+6"),
    ("g", 0.000001, "0.00000100000"),
    ("g", 1e-7, "1.00000e-7"),
    (".3g", 0.0001234, "0.000123"),
    (".3g", 1234, "1.23e+3"),
    (".3g", 999.5, "1.00e+3"),
    (".3g", 999.4, "999"),
    ("~g", 1.5, "1.5"),
    ("~g", 100000, "100000"),
    ("~g", 1000000, "1e+6"),
    (",g", 123456, "123,456"),
    ("n", 1234, "1,234.00"),
    ("n", 1234567, "1.23457e+6"),
    (".12n", 1234567.891, "1,234,567.89100"),
    (".0g", 0.049, "0.05"),
    (".0g", 4.9, "5"),
    // significant digits
    ("r", 0, "0.00000"),
    ("r", 123.45, "123.450"),
    ("r", 1234567, "1234570"),
    (".1r", 0.049, "0.05"),
    (".1r", 123.45, "100"),
    (".1r", 1.29e-8, "0.00000001"),
    (".2r", 123.45, "120"),
    (".2r", 0.449, "0.45"),
    (".3r", 0.9995, "1.00"),
    (".3r", 1, "1.00"),
    (",.2r", 4223.5, "4,200"),
    ("p", 0.123, "12.3000%"),
    ("p", 1.5, "150.000%"),
    (".1p", 0.126, "10%"),
    (".3p", 0.12345, "12.3%"),
    (".3p", -0.5, "−50.0%"),
    ("~p", 0.42, "42%"),
    // prefixes
    ("s", 0, "0.00000"),
    ("s", 1, "1.00000"),
    ("s", 999.5, "999.500"),
    ("s", 1400, "1.40000k"),
    ("s", 0.00001, "10.0000µ"),
    (".3s", 999.5, "1.00k"),
    (".3s", 145500000, "146M"),
    (".3s", 1e26, "100Y"),
    (".3s", 0.009995, "10.0m"),
    (".2s", -42000000, "−42M"),
    (".2s", 4.2e-7, "420n"),
    ("~s", 1500, "1.5k"),
    ("~s", 1000000, "1M"),
    ("~s", 0.001, "1m"),
    ("$.2s", 250000, "$250k"),
    ("$.2s", -250000000, "−$250M"),
    (",s", 4.2e31, "42,000,000Y"),
    (".8s", 1.29e-30, "0.0000013y"),
    (".8s", 1.29e-25, "0.1290000y"),
    ("020,s", 42, "000,000,000,042.0000"),
    // percentages
    ("%", 0.123, "12.300000%"),
    (".0%", 0.145, "14%"),
    (".0%", 0.155, "16%"),
    (".0%", 0.5, "50%"),
    (".0%", -0.001, "0%"),
    (".1%", 0.142, "14.2%"),
    (".1%", 0.0467, "4.7%"),
    (".1%", -1, "−100.0%"),
    ("+.1%", 0.047, "+4.7%"),
    ("+.1%", -0.047, "−4.7%"),
    ("+.1%", 0, "+0.0%"),
    (",.0%", 12.34, "1,234%"),
    ("~%", 0.5, "50%"),
    // whole numbers
    ("d", 0, "0"),
    ("d", 4.2, "4"),
    ("d", -4.5, "−5"),
    ("d", -4.4, "−4"),
    ("d", 1e21, "1000000000000000000000"),
    (",d", 1234567, "1,234,567"),
    (",d", -1234, "−1,234"),
    (",d", 1e21, "1,000,000,000,000,000,000,000"),
    ("08d", 42, "00000042"),
    ("08d", -42, "−0000042"),
    ("08,d", 0, "0,000,000"),
    ("08,d", 42, "0,000,042"),
    ("+08,d", 0, "+0,000,000"),
    ("+08,d", -4, "−0,000,004"),
    ("012,d", -42000000, "−0,042,000,000"),
    ("_>8d", 42, "______42"),
    ("*<8d", 42, "42******"),
    ("x^7d", 42, "xx42xxx"),
    ("=+8d", 42, "+     42"),
    ("=+$8,d", 0, "+$     0"),
    ("$,d", 1234567, "$1,234,567"),
    (".2d", 42, "42"),
    // bases
    ("b", 10, "1010"),
    ("#b", 10, "0b1010"),
    ("o", 8, "10"),
    ("#o", 8, "0o10"),
    ("x", 3735928559, "deadbeef"),
    ("x", 9_007_199_254_740_994, "20000000000002"),
    ("#x", 255, "0xff"),
    ("X", -3735928559, "−DEADBEEF"),
    ("#X", 255, "0xFF"),
    ("08x", 255, "000000ff"),
    ("#08X", 255, "0x0000FF"),
    (",b", 1000, "1,111,101,000"),
    // plain
    ("", 0, "0"),
    ("", 42, "42"),
    ("", 1234.5678, "1234.5678"),
    ("", 0.30000000000000004, "0.3"),
    ("", 1000000000000000, "1e+15"),
    ("", 123456789012345, "1.23456789012e+14"),
    ("", -1e-9, "−1e-9"),
    (".3", 1234.5, "1.23e+3"),
    (".3", 0.5, "0.5"),
    ("+", 0.5, "+0.5"),
    (",", 1234567, "1,234,567"),
    ("c", 42, "42"),
    ("c", -4.5, "-4.5"),
    ("c", 1e21, "1e+21"),
    ("c", 1e-7, "1e-7"),
    ("$c", 9, "$9"),
]

/// What d3-format 3 gives with the marks of Spain.
private let spanish: [(String, Double, String)] = [
    (",.1f", 1234.5, "1.234,5"),
    (",.1f", -1234567.891, "−1.234.567,9"),
    (",d", 1234, "1.234"),
    (",d", 12345, "12.345"),
    (".1%", 0.142, "14,2\u{A0}%"),
    (".1%", -0.05, "−5,0\u{A0}%"),
    ("$,.2f", 1234.5, "1.234,50\u{A0}€"),
    ("$,.2f", -3, "−3,00\u{A0}€"),
    (".3s", 1500, "1,50k"),
    ("~g", 1.5, "1,5"),
    ("e", 1234, "1,234000e+3"),
    (".2p", 0.5, "50\u{A0}%"),
]

@Test func numbersAreWrittenAsByD3() throws {
    for (specifier, value, expected) in english {
        let text = try NumberFormat(specifier).text(value, locale: .enUS)
        #expect(text == expected, "'\(specifier)' of \(value)")
    }
}

@Test func numbersOfSpainAreWrittenAsByD3() throws {
    for (specifier, value, expected) in spanish {
        let text = try NumberFormat(specifier).text(value, locale: .esES)
        #expect(text == expected, "'\(specifier)' of \(value)")
    }
}

@Test func mexicoAndTheUnitedStatesWriteNumbersAlike() throws {
    for (specifier, value, expected) in english {
        #expect(try NumberFormat(specifier).text(value, locale: .esMX) == expected)
    }
}

@Test func fixedDecimalsReadBackWithinHalfAUnit() throws {
    var random = Seeded(1)
    for _ in 0..<2000 {
        let value = (random.fraction() - 0.5) * 2e6
        let decimals = Int(random.fraction() * 8)
        let format = try NumberFormat(".\(decimals)f")
        let text = format.text(value, locale: ascii)
        let read = try #require(Double(text))
        let unit = (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
        #expect(abs(read - value) <= unit / 2 * (1 + 1e-9))
        #expect(text.split(separator: ".").dropFirst().first?.count ?? 0 == decimals)
    }
}

@Test func seventeenDigitsReadBackAsTheSameNumber() throws {
    var random = Seeded(2)
    let (general, exponent) = (try NumberFormat(".17g"), try NumberFormat(".16e"))
    for _ in 0..<2000 {
        let value = Double(bitPattern: random.next())
        guard value.isFinite else { continue }
        #expect(Double(general.text(value, locale: ascii)) == value)
        #expect(Double(exponent.text(value, locale: ascii)) == value)
    }
}

@Test func aNumberAndItsOppositeDifferBySignAlone() throws {
    var random = Seeded(3)
    for specifier in [",.2f", ".3s", "e", "g", ".1%", "x", ",d", "r"] {
        let format = try NumberFormat(specifier)
        for _ in 0..<100 {
            let value = 1 + random.fraction() * 1e6
            let text = format.text(value, locale: .esES)
            #expect(format.text(-value, locale: .esES) == "\u{2212}" + text)
        }
    }
}

@Test func theWidthIsKept() throws {
    for align in NumberFormat.Align.allCases {
        for width in 1...12 {
            let format = try NumberFormat("*\(align.rawValue)\(width)d")
            #expect(format.text(-42, locale: .enUS).count == max(3, width))
        }
    }
}

@Test func nothingThatRoundsToZeroHasASign() throws {
    for specifier in [".1f", "d", ".0%", ",.2f", "x", "(.1f"] {
        let format = try NumberFormat(specifier)
        let zero = format.text(0, locale: .enUS)
        #expect(format.text(-0.0, locale: .enUS) == zero)
        #expect(format.text(-0.0001, locale: .enUS) == zero)
    }
}

@Test func notANumberAndInfinityHaveWords() throws {
    for specifier in ["", ",.1f", "s", ".3r", "x", "b", "e", "n", "c"] {
        let format = try NumberFormat(specifier)
        #expect(format.text(.nan, locale: .enUS) == "NaN")
        #expect(format.text(.infinity, locale: .enUS) == "Infinity")
    }
    #expect(try NumberFormat(",.1f").text(-.infinity, locale: .enUS) == "−Infinity")
    #expect(try NumberFormat("d").text(.nan, locale: .enUS) == "NaN")
    #expect(try NumberFormat(",d").text(-.infinity, locale: .enUS) == "−∞")
    #expect(try NumberFormat("%").text(.infinity, locale: .enUS) == "Infinity%")
    #expect(try NumberFormat(",%").text(1.7e308, locale: .enUS) == "Infinity%")
}

@Test func everyNumberHasATextInEveryNotation() throws {
    let extremes = [
        0, -0.0, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, 1e21,
        1e-21, -1e300, 9.999999e22,
    ]
    for kind in NumberFormat.Kind.allCases {
        for flags in ["", "0400,", ".0", ".30", ".5~", "$", "#"] {
            let format = try NumberFormat(flags + kind.rawValue)
            for value in extremes {
                #expect(!format.text(value, locale: .esES).isEmpty)
            }
        }
    }
}

@Test func unreasonableSettingsAreHeldWithinReason() {
    var format = NumberFormat.grouped
    let locale = NumberLocale(decimal: ".", thousands: ",", grouping: [.max, .min])
    for width in [Int.max, .min, -1] {
        for precision in [Int.max, .min, -1] {
            format.width = width
            format.precision = precision
            format.isZeroPadded.toggle()
            #expect(format.text(-1234.5, locale: locale).count <= 1001)
        }
    }
}

@Test func prefixesCanBeShared() throws {
    let format = try NumberFormat(",.1").sharingPrefix(of: 1_500_000)
    #expect(format.text(1_500_000, locale: .enUS) == "1.5M")
    #expect(format.text(250_000, locale: .enUS) == "0.3M")
    #expect(format.text(12_345_678_900, locale: .esES) == "12.345,7M")
    #expect(try NumberFormat(".0").sharingPrefix(of: 1e-6).text(0.000042, locale: .enUS) == "42µ")
    #expect(try NumberFormat(".2").sharingPrefix(of: 0).text(1.5, locale: .enUS) == "1.50")
}

/// Marks that Swift reads back.
private let ascii = NumberLocale(decimal: ".", thousands: ",", minus: "-")
