import CYAML
import Diagnostics

/// Owns a libyaml parser and the bytes that it reads.
final class EventReader {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let file: String

    /// A reader at the start of `text`, by `yaml_parser_initialize`.
    init(_ text: SourceText) throws(Diagnostics) {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            throw Diagnostics([.error("no memory to read \(text.file)", kind: .internalFailure)])
        }
        self.parser = parser
        file = text.file
        // libyaml wants an address even for no bytes at all.
        input = .allocate(capacity: max(1, text.bytes.count))
        _ = input.initialize(from: text.bytes)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, text.bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    /// The next event, by `yaml_parser_parse`.
    ///
    /// Not to be called again after it threw or gave the end of the stream.
    func next() throws(SyntaxProblem) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
        defer { yaml_event_delete(&event) }
        return Event(
            kind: kind(of: event), start: location(event.start_mark), end: location(event.end_mark))
    }

    private func kind(of event: yaml_event_t) -> Event.Kind {
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            return .documentStart
        case YAML_ALIAS_EVENT:
            return .alias(string(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return .scalar(
                String(decoding: text, as: UTF8.self), style(scalar.style),
                Event.Properties(anchor: string(scalar.anchor), tag: string(scalar.tag)))
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return .collectionStart(
                .sequence, isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE,
                Event.Properties(anchor: string(start.anchor), tag: string(start.tag)))
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            return .collectionStart(
                .mapping, isFlow: start.style == YAML_FLOW_MAPPING_STYLE,
                Event.Properties(anchor: string(start.anchor), tag: string(start.tag)))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            return .collectionEnd
        // After the end of the stream libyaml gives events without a type.
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT:
            return .streamEnd
        default:
            return .other
        }
    }

    private func style(_ style: yaml_scalar_style_t) -> Event.ScalarStyle {
        switch style {
        case YAML_PLAIN_SCALAR_STYLE: .plain
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .quoted
        }
    }

    private func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        text.map { String(cString: $0) }
    }

    private func location(_ mark: yaml_mark_t) -> SourceLocation {
        SourceLocation(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    private func problem() -> SyntaxProblem {
        let state = parser.pointee
        return SyntaxProblem(
            problem: state.problem.map { String(cString: $0) } ?? "out of memory",
            location: location(state.problem_mark),
            context: state.context.map { String(cString: $0) } ?? "",
            start: state.context == nil ? nil : location(state.context_mark))
    }
}
