/// What a mail weighs, and what it may weigh.
public struct MailBudget: Hashable, Sendable {
    /// Bytes of the HTML; Gmail cuts it off at 102 KB.
    public let html: Int
    /// Bytes in `<style>`; Gmail drops what is beyond 16 KB.
    public let style: Int
    /// The pictures by name, with the bytes of each.
    public let pictures: [Picture]
    /// Bytes of the whole message.
    public let whole: Int
    /// The height of the smallest letters in a picture, in CSS pixels; `nil` without any.
    public let smallestText: Double?

    /// A picture's weight.
    public struct Picture: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Its bytes.
        public let bytes: Int
    }

    static let mostHTML = 80 << 10
    static let mostStyle = 16 << 10
    static let mostPicture = 500 << 10
    static let mostWhole = 5 << 20
    /// Beyond it servers refuse a mail; nothing is written then.
    static let hardWhole = 10 << 20
    /// Letters below it cannot be read, in CSS pixels.
    static let leastText = 9.0
    /// Outlook cuts off what is higher, in pixels.
    static let tallest = 1728

    /// The budgets in a line, each with what it allows.
    public var summary: String {
        let largest = pictures.max { $0.bytes < $1.bytes }
        var parts = [
            "HTML \(Self.kilobytes(html)) of \(Self.mostHTML >> 10) KB",
            "style \(Self.kilobytes(style)) of \(Self.mostStyle >> 10) KB",
        ]
        if let largest {
            parts.append(
                "largest of \(pictures.count) pictures \(Self.kilobytes(largest.bytes)) of "
                    + "\(Self.mostPicture >> 10) KB")
        }
        parts.append("whole \(Self.kilobytes(whole)) of \(Self.mostWhole >> 10) KB")
        if let smallestText {
            parts.append("smallest letters \((smallestText * 10).rounded() / 10) px")
        }
        return parts.joined(separator: ", ")
    }

    static func kilobytes(_ bytes: Int) -> String {
        let tenths = (Double(bytes) / 102.4).rounded() / 10
        return "\(tenths) KB"
    }
}
