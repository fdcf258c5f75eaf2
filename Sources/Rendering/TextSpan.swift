import Graphics
import Pango

extension TextRun {
    /// The run in Pango's terms.
    var span: Span {
        let color = style.color
        return Span(
            text, font: style.font,
            color: SIMD4(color.red, color.green, color.blue, color.alpha),
            letterSpacing: style.tracking * style.size,
            features: style.tabularDigits ? "tnum=1" : "", rise: style.rise)
    }
}

extension TextStyle {
    /// The font in Pango's terms.
    var font: FontDescription {
        FontDescription(family: family, weight: weight.rawValue, size: size)
    }

    /// Whether all its numbers are numbers, and of a size that fonts can be loaded at.
    var isDrawable: Bool {
        FontDescription.sizes.contains(size) && abs(tracking) <= 100 && abs(rise) <= 10_000
            && color.isDrawable
    }
}

extension Color {
    /// Whether all channels are numbers.
    var isDrawable: Bool {
        red.isFinite && green.isFinite && blue.isFinite && alpha.isFinite
    }
}

extension Span {
    /// The span cut into stretches that one layout allows, between scalars.
    var pieces: [Span] {
        let most = Layout.mostBytes(like: self)
        var pieces: [Span] = []
        var (start, count) = (text.startIndex, 0)
        func cut(before end: String.Index) {
            guard start < end else { return }
            var piece = self
            piece.text = String(text[start..<end])
            pieces.append(piece)
            (start, count) = (end, 0)
        }
        for index in text.unicodeScalars.indices {
            let bytes = text.unicodeScalars[index].utf8.count
            if count + bytes > most { cut(before: index) }
            count += bytes
        }
        cut(before: text.endIndex)
        return pieces
    }
}
