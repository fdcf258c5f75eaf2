public import Graphics

/// What a label says, measured: one or more lines, and how far their letters reach.
public struct LabelText: Hashable, Sendable {
    /// The lines from top to bottom; none for a label that someone else draws.
    public let lines: [TextLine]
    /// From baseline to baseline, in points.
    public let leading: Double
    /// Where lines of different widths stand, unless a candidate says otherwise.
    public let alignment: HorizontalAlignment
    /// The body: from the capitals' height of the first line down to the last line's baseline.
    ///
    /// Bodies are what is aligned and centred, so that `1,234` and `567` share a baseline.
    public let size: Size
    /// How far letters reach above the body (accents on capitals) and below it (`g`, `ç`, commas).
    public let overhang: Insets

    /// The height of capitals and figures in Inter, in ems.
    static let capHeight = 0.73
    /// How far Inter's letters hang below the baseline, in ems.
    private static let drop = 0.21
    /// How far accents stand above Inter's capitals, in ems.
    private static let accent = 0.2

    /// Lines measured elsewhere; without a leading they stand five quarters of their size apart.
    public init(
        _ lines: [TextLine], leading: Double? = nil, alignment: HorizontalAlignment = .left
    ) {
        let tallest = lines.flatMap(\.runs).map(\.style.size).max() ?? 0
        self.lines = lines
        self.leading = leading ?? tallest * 1.25
        self.alignment = alignment
        let top = lines.first.map(Self.capHeight(of:)) ?? 0
        size = Size(
            lines.map(\.width).max() ?? 0, top + self.leading * Double(max(0, lines.count - 1)))
        overhang = Insets(
            top: lines.first.map { Self.reach(of: $0, Self.accent, where: rises) } ?? 0,
            bottom: lines.last.map { Self.reach(of: $0, Self.drop, where: hangs) } ?? 0)
    }

    /// A single line measured elsewhere.
    public init(_ line: TextLine) { self.init([line]) }

    /// Room of a size for something that its owner draws.
    public init(size: Size) {
        lines = []
        leading = 0
        alignment = .left
        self.size = size
        overhang = .zero
    }

    /// The characters of all lines, as a message quotes them.
    public var text: String { lines.map(\.text).joined(separator: " ") }

    /// Where the baselines start when the body stands in `box`, centred where `box` is higher.
    func origins(in box: Rect, _ alignment: HorizontalAlignment?) -> [Point] {
        let fraction = (alignment ?? self.alignment).fraction
        let first = box.midY - size.height / 2 + (lines.first.map(Self.capHeight(of:)) ?? 0)
        return lines.enumerated().map { index, line in
            Point(
                box.minX + (box.width - line.width) * fraction, first + leading * Double(index))
        }
    }

    /// Everything that letters may cover when the body stands in `box`.
    func letters(in box: Rect, _ alignment: HorizontalAlignment?) -> Rect {
        let fraction = (alignment ?? self.alignment).fraction
        // A box smaller than the text does not make the text smaller.
        let body = Rect(
            x: box.minX + (box.width - size.width) * fraction, y: box.midY - size.height / 2,
            width: size.width, height: size.height)
        return body.union(box).inset(
            by: Insets(top: -overhang.top, bottom: -overhang.bottom))
    }

    private static func capHeight(of line: TextLine) -> Double {
        line.runs.map { $0.style.size * capHeight + $0.style.rise }.max() ?? 0
    }

    /// `ems` of the largest run that has a character for which `test` holds.
    private static func reach(
        of line: TextLine, _ ems: Double, where test: (Character) -> Bool
    ) -> Double {
        line.runs.filter { $0.text.contains(where: test) }.map { $0.style.size * ems }.max() ?? 0
    }
}

/// Characters of Latin text that hang below the baseline.
private let hanging = Set<Character>(
    "gjpqyQJ,;()[]{}|/\\@_$§¶¿¡„‚çÇýÿŷĝğġģķļņŗşţșțąęįųŞŢĄĘĮŲĢĶĻŅŖµþƒ")

/// Whether a character hangs below the baseline; beyond Latin, any letter may.
private func hangs(_ character: Character) -> Bool {
    hanging.contains(character) || isBeyondLatin(character)
}

/// Whether a character is higher than capitals; beyond Latin, any letter may be.
private func rises(_ character: Character) -> Bool {
    (character.isUppercase && !character.isASCII) || isBeyondLatin(character)
}

private func isBeyondLatin(_ character: Character) -> Bool {
    character.isLetter && character.unicodeScalars.contains { $0.value > 0x24F }
}
