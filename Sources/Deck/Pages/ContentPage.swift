import Graphics
import Layout

/// The frame that every content page shares: accent, title, body, note and source, page number.
struct ContentPage: Element {
    var title: RichText
    var subtitle: RichText?
    var body: any Element
    var note: RichText?
    var source: RichText?
    /// What marks mean.
    var sentences: FootnoteSentences
    /// What stands before the page number.
    var running: String
    var number: Int
    var theme: Theme
    /// Stands at the right of the title; `nil` for none.
    var logo: Logo?
    /// Footnotes that figures in texts need, beside those that charts note while they are drawn.
    var used: Set<FootnoteMark> = []
    /// What is said of a page some of whose figures are still to come; `nil` where all are there.
    var withoutData: String?

    /// Distances from the page's top and bottom edges, in points.
    private enum Frame {
        static let accent = Size(58, 8)
        static let signTop = 12.0
        static let titleTop = 27.0
        static let subtitleTop = 61.0
        static let bodyTop = 84.0
        static let bodyTopBelowSubtitle = 100.0
        static let bodyBottom = 60.0
        static let logoGap = 24.0
        static let footerRule = 48.0
        static let footerTop = 41.0
        static let footerWidth = 720.0
    }

    func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        let inner = rect.inset(by: Insets(horizontal: theme.margin, vertical: 0))
        canvas.tagged(Tag(.artifact)) { canvas in
            canvas.fill(
                Rect(origin: Point(inner.minX, 0), size: Frame.accent), theme.color(.accent))
        }
        if let withoutData {
            WithoutDataSign(text: withoutData, theme: theme).draw(
                at: Point(inner.maxX, Frame.signTop), on: &canvas)
        }
        var titleRoom = inner
        if let logo {
            let token = theme.token(.title)
            logo.draw(
                right: inner.maxX, middle: Frame.titleTop + token.leading / 2, on: &canvas)
            titleRoom = inner.inset(by: Insets(right: logo.width + Frame.logoGap))
        }
        drawTitle(in: titleRoom, on: &canvas)
        let top = subtitle == nil ? Frame.bodyTop : Frame.bodyTopBelowSubtitle
        body.draw(
            in: Rect(
                left: inner.minX, top: top, right: inner.maxX, bottom: rect.maxY - Frame.bodyBottom),
            on: &canvas)
        drawFooter(in: inner, on: &canvas)
    }

    private func drawTitle(in inner: Rect, on canvas: inout Canvas) {
        canvas.footnotes.formUnion(title.footnotes)
        canvas.tagged(Tag(.heading(1))) { canvas in
            let token = theme.token(.title)
            Paragraph(
                title.runs(theme.text(.title)), leading: token.leading, mostLines: 1
            ).draw(
                in: Rect(
                    x: inner.minX, y: Frame.titleTop, width: inner.width, height: token.leading),
                on: &canvas)
        }
        guard let subtitle else { return }
        canvas.footnotes.formUnion(subtitle.footnotes)
        canvas.tagged(Tag(.paragraph)) { canvas in
            let token = theme.token(.subtitle)
            Paragraph(
                subtitle.runs(theme.text(.subtitle, .muted)), leading: token.leading, mostLines: 1
            ).draw(
                in: Rect(
                    x: inner.minX, y: Frame.subtitleTop, width: inner.width, height: token.leading),
                on: &canvas)
        }
    }

    private func drawFooter(in inner: Rect, on canvas: inout Canvas) {
        let bottom = inner.maxY
        let texts = [sentences.text(canvas.footnotes.union(used), behind: note), source].compactMap
        { $0 }
        .filter { !$0.isEmpty }
        canvas.tagged(Tag(.artifact)) { canvas in
            canvas.line(
                from: Point(inner.minX, bottom - Frame.footerRule),
                to: Point(inner.maxX, bottom - Frame.footerRule),
                Stroke(theme.color(.hairline), width: 0.75))
            let style = theme.text(.note, .muted)
            let strong = style.with {
                $0.weight = .bold
                $0.color = theme.color(.ink)
            }
            let line = canvas.line("\(number)", strong)
            // The baseline of a note's first line, which stands in the middle of its leading.
            let baseline =
                bottom - Frame.footerTop
                + (theme.token(.note).leading + line.ascent - line.descent) / 2
            let box = canvas.text(line, x: inner.maxX, baseline: baseline, .right)
            let runningBox = canvas.text(
                running, style, x: box.minX - 12, baseline: baseline, .right)
            // Nothing else needs the foot where there is no note.
            let room = texts.isEmpty ? 0 : footerWidth(inner) + 8
            if runningBox.minX < inner.minX + room {
                canvas.error(
                    "“\(running)” needs too much room at the page's foot",
                    hint: running.contains(" · ")
                        ? "shorten “organisation”" : "make the page wider")
            }
        }
        let token = theme.token(.note)
        let style = theme.text(.note, .muted)
        var y = bottom - Frame.footerTop
        let width = footerWidth(inner)
        for text in texts {
            let paragraph = Paragraph(text.runs(style), leading: token.leading)
            let room = Rect(left: inner.minX, top: y, right: inner.minX + width, bottom: bottom)
            let height = paragraph.size(in: room.size, measuring: canvas.measurer).height
            canvas.tagged(Tag(.note)) { paragraph.draw(in: room, on: &$0) }
            y += height
        }
        if y > bottom - 1 {
            canvas.error(
                "note and source need \(Int((y - bottom + Frame.footerTop) / token.leading)) lines, "
                    + "have 3", hint: "shorten them")
        }
    }

    /// The width that notes may take, in points.
    private func footerWidth(_ inner: Rect) -> Double {
        min(Frame.footerWidth, inner.width * 0.82)
    }
}
