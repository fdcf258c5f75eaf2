// The room of Expat. It promises:
// - a file is read from memory, from its beginning to its end, and nothing of it is kept;
// - there are no entities but those of XML itself and no document types, so that a small file stays
//   small and no other file is opened;
// - nesting is bounded, and whoever gets the events may end the reading by throwing.

import CExpat

/// How deeply elements may lie within each other; a workbook needs about twenty levels.
public let deepestXMLNesting = 256

/// Reads an XML file, `XML_Parse`, and hands over what it meets.
///
/// Names have no prefixes. Throws `XMLError` where the file is no sound XML, is nested too deeply or
/// has a document type, and what `body` throws.
///
/// - Parameter mayHaveDocumentType: whether the file may name a document type elsewhere, which is not read; one that
///   declares things by itself is refused all the same.
public func readXML(
    _ bytes: [UInt8], mayHaveDocumentType: Bool = false, _ body: (XMLEvent) throws -> Void
) throws {
    // Expat writes a namespace, this byte and the name for names in a namespace.
    guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: namespaceEnd)) else {
        throw XMLError(message: "memory is out", line: 1, column: 1)
    }
    defer { XML_ParserFree(parser) }
    try withoutActuallyEscaping(body) { body in
        let receiver = Receiver(parser, body)
        receiver.mayHaveDocumentType = mayHaveDocumentType
        // The parser holds the receiver without owning it: it must live until all is parsed.
        try withExtendedLifetime(receiver) {
            XML_SetUserData(parser, Unmanaged.passUnretained(receiver).toOpaque())
            XML_SetElementHandler(parser, start, end)
            XML_SetCharacterDataHandler(parser, text)
            XML_SetStartDoctypeDeclHandler(parser, documentType)
            try parse(bytes, with: parser, for: receiver)
        }
    }
}

/// Who gets the events of one reading, and why it ended early.
private final class Receiver {
    let body: (XMLEvent) throws -> Void
    var error: (any Error)?
    var mayHaveDocumentType = false
    private let parser: XML_Parser
    private var depth = 0

    init(_ parser: XML_Parser, _ body: @escaping (XMLEvent) throws -> Void) {
        self.parser = parser
        self.body = body
    }

    func start(_ element: XMLElement) {
        depth += 1
        guard depth <= deepestXMLNesting else {
            return stop(at: "nested more than \(deepestXMLNesting) levels deep")
        }
        hand(.start(element))
    }

    func end(_ name: String) {
        depth -= 1
        hand(.end(name))
    }

    func hand(_ event: XMLEvent) {
        // Expat may still finish the event at hand after it is told to stop.
        guard error == nil else { return }
        do {
            try body(event)
        } catch {
            self.error = error
            XML_StopParser(parser, XML_Bool(0))
        }
    }

    func stop(at message: String) {
        guard error == nil else { return }
        error = fault(message, of: parser)
        XML_StopParser(parser, XML_Bool(0))
    }
}

private func parse(_ bytes: [UInt8], with parser: XML_Parser, for receiver: Receiver) throws {
    let largestPart = 1 << 24  // Expat counts in 32 bits
    var position = 0
    repeat {
        let part = bytes[position..<min(position + largestPart, bytes.count)]
        position = part.endIndex
        let status = part.withUnsafeBytes { part in
            XML_Parse(
                parser, part.bindMemory(to: CChar.self).baseAddress, Int32(part.count),
                position == bytes.count ? 1 : 0)
        }
        if let error = receiver.error { throw error }
        guard status == XML_STATUS_OK else {
            let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
            throw fault(words ?? "unknown error", of: parser)
        }
    } while position < bytes.count
}

private func fault(_ message: String, of parser: XML_Parser) -> XMLError {
    XMLError(
        message: message, line: Int(XML_GetCurrentLineNumber(parser)),
        column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
}

// MARK: - Callbacks

private func receiver(_ data: UnsafeMutableRawPointer?) -> Receiver? {
    data.map { Unmanaged<Receiver>.fromOpaque($0).takeUnretainedValue() }
}

private func start(
    _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
    var list: [XMLElement.Attribute] = []
    if var attribute = attributes {
        while let name = attribute[0], let value = attribute[1] {
            list.append(.init(name: localName(name), value: String(cString: value)))
            attribute += 2
        }
    }
    receiver(data)?.start(XMLElement(name: localName(name), attributes: list))
}

private func end(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?) {
    receiver(data)?.end(localName(name))
}

private func text(
    _ data: UnsafeMutableRawPointer?, _ start: UnsafePointer<XML_Char>?, _ count: Int32
) {
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(count))
    receiver(data)?.hand(.text(String(decoding: bytes, as: UTF8.self)))
}

private func documentType(
    _ data: UnsafeMutableRawPointer?, _: UnsafePointer<XML_Char>?, _: UnsafePointer<XML_Char>?,
    _: UnsafePointer<XML_Char>?, _ declaresThings: Int32
) {
    guard let receiver = receiver(data) else { return }
    if receiver.mayHaveDocumentType, declaresThings == 0 { return }
    receiver.stop(at: "a document type")
}

/// What stands between a namespace and a name; neither has a line feed in it.
private let namespaceEnd = UInt8(ascii: "\n")

/// The name without its namespace.
private func localName(_ name: UnsafePointer<XML_Char>?) -> String {
    guard var start = name else { return "" }
    var character = start
    while character.pointee != 0 {
        if UInt8(bitPattern: character.pointee) == namespaceEnd { start = character + 1 }
        character += 1
    }
    return String(cString: start)
}
