import Graphics
import Layout

/// A text without placeholders: what is printed, and what its marks mean.
struct RichText: Hashable, Sendable {
    /// A stretch in one voice.
    struct Span: Hashable, Sendable {
        /// The words.
        var text: String
        /// Whether it is stressed.
        var isStrong = false
        /// Where it leads; `nil` for nowhere.
        var link: LinkTarget?
        /// Whether it is a mark that follows a figure, as `*`.
        var isMark = false
    }

    /// The stretches in order.
    var spans: [Span] = []
    /// The footnotes that a reader needs.
    var footnotes: Set<FootnoteMark> = []

    /// Words as they stand.
    init(_ text: String = "") {
        if !text.isEmpty { spans = [Span(text: text)] }
    }

    /// All words, marks included.
    var plain: String { spans.map(\.text).joined() }

    /// Whether there is nothing to print.
    var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

    /// Runs in a style; strong words take another one.
    func runs(_ style: TextStyle, strong: TextStyle? = nil) -> [TextRun] {
        spans.map { TextRun($0.text, $0.isStrong ? strong ?? style : style, link: $0.link) }
    }

    /// Runs of a large figure, whose marks stand small and high.
    func figureRuns(_ style: TextStyle) -> [TextRun] {
        spans.map { span in
            guard span.isMark else { return TextRun(span.text, style) }
            // A star as tall as a third of the digits, hung from their top; other marks are small and
            // high by themselves.
            let isStar = span.text == "*"
            return TextRun(
                span.text,
                style.with {
                    $0.size = style.size * (isStar ? 0.5 : 0.7)
                    $0.rise = style.size * (isStar ? 0.34 : 0.22)
                    $0.tracking = 0
                })
        }
    }
}
