import Expat
import TestSupport
import Testing

private func events(_ text: String) throws -> [XMLEvent] { try events(Array(text.utf8)) }

private func events(_ bytes: [UInt8]) throws -> [XMLEvent] {
    var events: [XMLEvent] = []
    try readXML(bytes) { event in
        // One stretch of text may come in parts.
        if case .text(let more) = event, case .text(let text)? = events.last {
            events[events.count - 1] = .text(text + more)
        } else {
            events.append(event)
        }
    }
    return events
}

/// `line:column message` of what reading throws.
private func fault(_ text: String) throws -> String {
    let error = try #require(throws: XMLError.self) { try events(text) }
    return "\(error.line):\(error.column) \(error.message)"
}

private func names(_ events: [XMLEvent]) -> [String] {
    events.map { event in
        switch event {
        case .start(let element):
            "<\(element.name)" + element.attributes.map { " \($0.name)=\($0.value)" }.joined() + ">"
        case .end(let name): "</\(name)>"
        case .text(let text): text
        }
    }
}

@Test func elementsAndTextsComeInOrder() throws {
    let found = try events("<a x='1' y=\"&lt;&#225;&quot;\"><b/>tú &amp; yo<![CDATA[<c>]]></a>")
    #expect(names(found) == ["<a x=1 y=<á\">", "<b>", "</b>", "tú & yo<c>", "</a>"])
    guard case .start(let element)? = found.first else { return }
    #expect(element["y"] == "<á\"")
    #expect(element["z"] == nil)
}

@Test func namesHaveNoPrefixes() throws {
    let found = try events("<x:a xmlns:x='u|v' xmlns='w'><b x:id='1' id='2'/></x:a>")
    #expect(names(found) == ["<a>", "<b id=1 id=2>", "</b>", "</a>"])
}

@Test func otherEncodingsAreRead() throws {
    let latin =
        Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE1] + Array("</a>".utf8)
    #expect(try names(events(latin)) == ["<a>", "á", "</a>"])
    let wide: [UInt8] =
        [0xFF, 0xFE] + "<a>á</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try names(events(wide)) == ["<a>", "á", "</a>"])
}

@Test func faultsHaveTheirPlaces() throws {
    #expect(try fault("<a>\n <b></a>") == "2:7 mismatched tag")
    #expect(try fault("") == "1:1 no element found")
    #expect(try fault("<a>\n").hasSuffix("no element found"))
    #expect(try fault("<a>&nada;</a>") == "1:4 undefined entity")
    #expect(try fault("<a x='1' x='2'/>").hasSuffix("duplicate attribute"))
}

@Test func thereAreNoDocumentTypes() throws {
    let laughs = """
        <!DOCTYPE a [<!ENTITY l "ja"><!ENTITY m "&l;&l;&l;&l;"><!ENTITY n "&m;&m;&m;&m;">]>
        <a>&n;</a>
        """
    #expect(try fault(laughs).hasSuffix("a document type"))
    #expect(
        try fault("<!DOCTYPE a [<!ENTITY x SYSTEM '/etc/passwd'>]><a>&x;</a>").hasSuffix(
            "a document type"))
    #expect(
        try fault("<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>").hasSuffix("a document type")
    )
}

@Test func nestingIsBounded() throws {
    let nested = { (count: Int) in
        String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }
    #expect(try events(nested(deepestXMLNesting)).count == 2 * deepestXMLNesting)
    #expect(try fault(nested(deepestXMLNesting + 1)).hasSuffix("nested more than 256 levels deep"))
    #expect(try fault(nested(1_000_000)).hasSuffix("nested more than 256 levels deep"))
}

@Test func whoReadsMayStop() throws {
    struct Enough: Error {}
    var count = 0
    #expect(throws: Enough.self) {
        try readXML(Array("<a><b/><c/><d/></a>".utf8)) { _ in
            count += 1
            if count == 3 { throw Enough() }
        }
    }
    #expect(count == 3)
}

@Test func mutatedFilesGiveEventsOrErrors() throws {
    let valid = Array(
        "<?xml version='1.0'?><a x='1'>\n<b:b xmlns:b='u'>&lt;tú&#65;</b:b><c/><![CDATA[x]]></a>"
            .utf8)
    let spice = Array("<>&;'\"/!?[]=|:".utf8) + [0, 0x80, 0xFF]
    var random = SplitMix64(seed: 11)
    for _ in 0..<3_000 {
        var bytes = valid
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[index] = spice.randomElement(using: &random) ?? 0
            case 1: bytes.insert(spice.randomElement(using: &random) ?? 0, at: index)
            default: bytes.remove(at: index)
            }
        }
        do { _ = try events(bytes) } catch let error as XMLError { #expect(error.line > 0) }
    }
}
