import Diagnostics
import Tables

/// When each publication was last changed, as its metadata say.
struct Vintages {
    private struct Source: Hashable {
        var publication: String
        /// `nil` where the name of the metadata does not tell.
        var product: Product?
    }

    private var days: [Source: (day: CalendarDay, file: String)] = [:]

    /// Reads the metadata among files; what is doubtful or wrong is added to `findings`.
    init(_ files: [PublishedFile], findings: inout Diagnostics) {
        for file in files where Self.isMetadata(file) {
            guard let day = Self.modified(file, findings: &findings) else { continue }
            let source = Source(publication: file.publication, product: Self.product(of: file))
            if let known = days[source], known.day != day {
                findings.add(
                    .error(
                        "\(known.file) and \(file.name) name different days, \(known.day) and "
                            + "\(day), for the same data", at: SourceLocation(file: file.name),
                        hint: "remove the one that does not belong to the data"))
                continue
            }
            days[source] = (day, file.name)
        }
    }

    /// Whether a file holds metadata, by its name.
    static func isMetadata(_ file: PublishedFile) -> Bool {
        let name = file.lastName.lowercased()
        return name.hasPrefix("metadatos") && name.hasSuffix(".txt")
    }

    /// When the data of a file were last changed; `nil` where nobody says.
    func day(of file: PublishedFile, _ product: Product) -> CalendarDay? {
        let known =
            days[Source(publication: file.publication, product: product)]
            ?? days[Source(publication: file.publication, product: nil)]
        return known?.day
    }

    /// When the publication that a file is part of was last changed.
    func day(of file: PublishedFile) -> CalendarDay? {
        days.filter { $0.key.publication == file.publication }.map(\.value.day).max()
    }

    private static func product(of file: PublishedFile) -> Product? {
        let name = file.lastName.lowercased()
        return Product.allCases.first { name.contains("_\($0.publishedWord)_") }
    }

    /// The day on the line `modified: 2026-10-07`, with perhaps a time behind it.
    private static func modified(
        _ file: PublishedFile, findings: inout Diagnostics
    ) -> CalendarDay? {
        let lines = file.bytes.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            // Only what is before the first colon is looked at: prose may be in any encoding.
            let key = String(decoding: line[..<colon], as: UTF8.self).trimmed
            guard key.lowercased() == "modified" else { continue }
            let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
            let date = value.prefix { $0 != " " && $0 != "T" }
            if let day = CalendarDay(String(date)) { return day }
            findings.add(
                .warning(
                    "“\(value.excerpt)” is no day, so that the vintage is not known",
                    at: SourceLocation(file: file.name, line: index + 1),
                    hint: "a day is written as 2026-10-07"))
            return nil
        }
        return nil
    }
}
