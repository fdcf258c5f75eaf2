/// What a chart shows, in words for people who do not see it, made from its data.
///
/// In the language of the chart's locale: Spanish, or English for all others. It says what kind of
/// chart it is and of what (level 1 of Lundgard and Satyanarayan, "Accessible Visualization via
/// Natural Language Descriptions", 2021), its extremes, shares and changes (level 2) and how lines
/// run (level 3); why things are so (level 4) data do not say. The two lengths are those of the
/// W3C's tutorial on complex images; what the short one holds is the guidance of the UK's Office
/// for National Statistics: kind, subject, main trend, about 125 characters.
public struct ChartDescription: Hashable, Sendable {
    /// The most characters of the short text, counted as UTF-16 does.
    public static let mostShort = 125
    /// Charts with more figures than this are summed up rather than listed.
    public static let mostListed = 30

    /// At most 125 characters; never empty.
    public let short: String
    /// Whole sentences.
    public let long: String

    /// Describes a chart; its own `accessibilityLabel` and `accessibilityDetail` come first.
    ///
    /// An own label beyond 125 characters is cut at the end of a word, and opens the long text.
    /// Takes time in proportion to the chart's figures.
    public init(_ chart: Chart) {
        let label = chart.accessibilityLabel?.spoken ?? ""
        let detail = chart.accessibilityDetail?.spoken ?? ""
        let reading = ChartReading(chart)
        let told = Self.cut(label, to: Self.mostShort)
        short = told.isEmpty ? ShortDescription(reading).text : told
        guard detail.isEmpty else {
            long = detail
            return
        }
        let sentences = LongDescription(reading).text
        long = told == label ? sentences : "\(label.closed) \(sentences)"
    }

    /// A text of at most so many characters: whole words, with an ellipsis for what is left out;
    /// empty where not even the first word has room.
    static func cut(_ text: String, to most: Int) -> String {
        guard text.utf16.count > most else { return text }
        var kept = ""
        for word in text.split(separator: " ") {
            let longer = kept.isEmpty ? String(word) : "\(kept) \(word)"
            guard longer.utf16.count + 1 <= most else { break }
            kept = longer
        }
        while let last = kept.last, ",;:.–—-(".contains(last) || last == " " { kept.removeLast() }
        return kept.isEmpty ? "" : kept + "…"
    }
}

extension String {
    /// With a full stop at its end, unless it has one or its like.
    var closed: String {
        guard let last else { return "" }
        return ".!?…".contains(last) ? self : self + "."
    }
}
