import Scales
import Testing

@Test func everyPartOfASpecifierIsRead() throws {
    let format = try NumberFormat("*^+$020,.3~r")
    #expect(format.fill == "*")
    #expect(format.align == .center)
    #expect(format.sign == .plus)
    #expect(format.symbol == .currency)
    #expect(format.isZeroPadded)
    #expect(format.width == 20)
    #expect(format.isGrouped)
    #expect(format.precision == 3)
    #expect(format.isTrimmed)
    #expect(format.kind == .rounded)
}

@Test func theEmptySpecifierIsTheDefault() throws {
    #expect(try NumberFormat("") == NumberFormat())
    #expect(NumberFormat().specifier == "")
}

@Test func specifiersAreWrittenAsTheyAreRead() throws {
    for specifier in [
        ",.1f", ".1%", "$,.2f", ".3~s", "*>8d", "^7x", "=+8d", "(n", " g", "#010X", "<<4", "~",
        "é=+$012,.3~p",
    ] {
        let format = try NumberFormat(specifier)
        #expect(format.specifier == specifier)
        #expect(try NumberFormat(format.specifier) == format)
    }
}

@Test func quotesAreDoubledWhateverJoinsThem() throws {
    // A quote with an accent on it is another character, and a quote all the same.
    for suffix in ["''", "a'\u{301}b", "'\u{64F}", "\u{301}'"] {
        var format = NumberFormat()
        format.suffix = suffix
        let again = try NumberFormat(format.specifier)
        #expect(again.suffix.unicodeScalars.elementsEqual(suffix.unicodeScalars))
    }
}

@Test func anAlignmentMayBeItsOwnFill() throws {
    let format = try NumberFormat("<<6d")
    #expect(format.fill == "<")
    #expect(format.align == .left)
    #expect(format.text(42, locale: .enUS) == "42<<<<")
}

@Test func mistakesAreReportedWithTheirPlace() {
    let mistakes: [(specifier: String, offset: Int, word: String)] = [
        ("q", 0, "type"), (",.1z", 3, "type"), ("f1", 1, "precision"), (".f", 1, "digits"),
        (".", 1, "digits"), (".1,f", 2, "before"), ("5000d", 0, "1000"),
        ("99999999999999999999d", 0, "1000"), ("d$", 1, "before"), ("f+", 1, "sign"),
        (",f ", 2, "sign"), ("%%", 1, "meaning"), ("€f", 0, "meaning"), ("\n>8d", 0, "meaning"),
        ("ff", 1, "type"), ("08<d", 2, "first"),
    ]
    for (specifier, offset, word) in mistakes {
        let error = #expect(throws: NumberFormatError.self) { try NumberFormat(specifier) }
        #expect(error?.offset == offset, "\(specifier)")
        #expect(error?.message.contains(word) == true, "\(specifier)")
        #expect(error?.specifier == specifier)
    }
}

@Test func anErrorSaysWhatAndWhere() {
    let error = #expect(throws: NumberFormatError.self) { try NumberFormat(",.1z") }
    #expect(
        error.map(String.init(describing:)) == "number format ',.1z', character 4: "
            + "'z' is not a type; types are e f g r s % p d b o x X c n")
}

@Test func anyTextIsReadOrRefused() {
    var random = Seeded(4)
    let characters = Array("<>^=+-( $#0123456789,.~efgrs%pdboxXcnñ💶\n\u{301}")
    for _ in 0..<3000 {
        let length = Int(random.next() % 10)
        let specifier = String(
            (0..<length).map { _ in characters[Int(random.next() % UInt64(characters.count))] })
        do throws(NumberFormatError) {
            let format = try NumberFormat(specifier)
            #expect(!format.text(-1234.5, locale: .esMX).isEmpty)
        } catch {
            #expect(error.offset <= specifier.unicodeScalars.count)
        }
    }
}
