public import Graphics

/// Text on as many lines as it needs.
public struct Paragraph: Element, Hashable {
    /// Text is never set smaller than this share of its size to make it fit.
    public static let leastScale = 0.85
    /// Text is never set smaller than this to make it fit, in points.
    public static let leastSize = 9.0

    /// The runs; a line break in a run's text starts a new line.
    public var runs: [TextRun]
    /// From baseline to baseline, in points.
    public var leading: Double
    /// Where the lines stand in the width.
    public var alignment: HorizontalAlignment
    /// How the lines share the words.
    public var breaking: LineBreaking
    /// At most so many lines; `nil` for as many as the height holds.
    public var mostLines: Int?
    /// Whether the lines grow from the top, stand in the middle or sit at the bottom.
    public var vertical: VerticalAlignment

    /// Text in several styles.
    public init(
        _ runs: [TextRun], leading: Double, alignment: HorizontalAlignment = .left,
        breaking: LineBreaking = .filled, mostLines: Int? = nil, vertical: VerticalAlignment = .top
    ) {
        self.runs = runs
        self.leading = leading
        self.alignment = alignment
        self.breaking = breaking
        self.mostLines = mostLines
        self.vertical = vertical
    }

    /// Text in one style.
    public init(
        _ text: String, _ style: TextStyle, leading: Double, alignment: HorizontalAlignment = .left,
        breaking: LineBreaking = .filled, mostLines: Int? = nil, vertical: VerticalAlignment = .top
    ) {
        self.init(
            [TextRun(text, style)], leading: leading, alignment: alignment, breaking: breaking,
            mostLines: mostLines, vertical: vertical)
    }

    /// The lines as they break in a width, without shrinking.
    public func lines(in width: Double, measuring measurer: any TextMeasurer) -> [TextLine] {
        LineBreaker(measurer: measurer, breaking: breaking).lines(of: runs, in: width).lines
    }

    /// The size it needs when it may use at most `space`.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size {
        guard !runs.isEmpty, !isEndless else { return .zero }
        let fitted = fitted(to: space, measuring: measurer)
        return Size(
            min(space.width, fitted.lines.map(\.width).max() ?? 0),
            Double(fitted.lines.count) * fitted.leading)
    }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        draw(in: rect, on: &canvas, mayOverflow: false)
    }

    /// Draws the lines and returns their boxes.
    @discardableResult
    public func draw(in rect: Rect, on canvas: inout Canvas, mayOverflow: Bool) -> [Rect] {
        guard !runs.isEmpty else { return [] }
        let text = runs.map(\.text).joined()
        guard !isEndless else {
            canvas.error(
                "text does not fit: “\(shortened(text))” has more than \(Self.mostBytes) bytes",
                hint: "shorten it")
            return []
        }
        let fitted = fitted(to: rect.size, measuring: canvas.measurer)
        canvas.report(missing: fitted.missing, in: text)
        if let excess = fitted.excess, !mayOverflow {
            canvas.error(
                "text does not fit: “\(shortened(text))” needs \(excess)",
                hint: "shorten it, or give it more room; text is set at most 15 % smaller to fit, "
                    + "and never under 9 pt")
        }
        let height = Double(fitted.lines.count) * fitted.leading
        var top = rect.minY + (rect.height - height) * vertical.fraction
        var boxes: [Rect] = []
        for line in fitted.lines {
            var baseline = top + (fitted.leading - line.ascent - line.descent) / 2 + line.ascent
            if fitted.lines.count == 1, vertical == .top, fitted.leading < leading,
                leading <= rect.height + 0.5
            {
                // A single line keeps the baseline of its full size when its width shrinks it.
                let scale = fitted.leading / leading
                let (ascent, descent) = (line.ascent / scale, line.descent / scale)
                baseline = top + (leading - ascent - descent) / 2 + ascent
            }
            if !line.runs.isEmpty {
                let x = rect.minX + rect.width * alignment.fraction
                boxes.append(canvas.text(line, x: x, baseline: baseline, alignment))
            }
            top += fitted.leading
        }
        return boxes
    }

    /// No page holds so much text, and to break it well takes time that grows faster than it does.
    private static let mostBytes = 10_000

    private var isEndless: Bool { runs.reduce(0) { $0 + $1.text.utf8.count } > Self.mostBytes }

    // MARK: - Fitting

    private struct Fitted {
        var lines: [TextLine]
        var leading: Double
        var missing: [Character]
        /// What it needs and what it has, in words; `nil` where it fits.
        var excess: String?
    }

    /// The lines at the largest size, down to 85 %, that fits; else at the smallest, with the excess.
    private func fitted(to space: Size, measuring measurer: any TextMeasurer) -> Fitted {
        let smallest = runs.map(\.style.size).min() ?? 0
        let least = max(Self.leastScale, min(1, Self.leastSize / max(smallest, 1e-9)))
        var scale = 1.0
        while true {
            let attempt = attempt(scale: scale, in: space, measuring: measurer)
            if attempt.excess == nil || scale <= least { return attempt }
            scale = max(least, scale - 0.025)
        }
    }

    private func attempt(
        scale: Double, in space: Size, measuring measurer: any TextMeasurer
    ) -> Fitted {
        let scaled =
            scale == 1
            ? runs
            : runs.map { run in
                TextRun(
                    run.text,
                    run.style.with {
                        $0.size *= scale; $0.rise *= scale
                    }, link: run.link)
            }
        let leading = leading * scale
        let room = space.height.isFinite ? (space.height + 0.5) / max(leading, 1e-9) : 1e6
        let breaker = LineBreaker(
            measurer: measurer, breaking: breaking,
            mostLines: min(mostLines ?? .max, Int(max(1, min(room, 1e6)))))
        let result = breaker.lines(of: scaled, in: space.width)
        var fitted = Fitted(lines: result.lines, leading: leading, missing: result.missing)
        // Half a point of tolerance: less than the eye sees, more than arithmetic loses.
        let most = mostLines ?? .max
        let height = Double(result.lines.count) * leading
        if result.widestWord > space.width + 0.5 {
            fitted.excess = lack(of: "width", result.widestWord, space.width)
        } else if result.lines.count > most {
            let unbroken = breaker.lines(of: scaled, in: .infinity).lines
            // A length tells how much to cut, but only where one line becomes one line.
            fitted.excess =
                unbroken.count == 1 && most == 1
                ? lack(of: "width", unbroken[0].width, space.width)
                : "\(result.lines.count) lines, has \(most)"
        } else if height > space.height + 0.5 {
            fitted.excess = lack(of: "height", height, space.height)
        }
        return fitted
    }
}

/// As in `410 pt of width, has 400`.
private func lack(of direction: String, _ needed: Double, _ available: Double) -> String {
    "\(wholePoints(needed, .up)) pt of \(direction), has \(wholePoints(available, .down))"
}

private func shortened(_ text: String) -> String {
    text.count > 60 ? text.prefix(57) + "…" : text
}
