import Scales

extension ChartDescription {
    /// So many charts are described one by one.
    private static let mostCharts = 12

    /// Describes charts side by side: what all are of, then each under its own title.
    ///
    /// - Parameter title: what all of them show.
    public init(_ multiples: SmallMultiples, title: String = "") {
        let locale = multiples.items.first?.chart.locale ?? .enUS
        let words = Phrasebook(locale)
        let names = multiples.items.map(\.title.spoken).filter { !$0.isEmpty }
        let kind = words.panel(of: multiples.items.count)
        let subject = title.spoken
        var short = ""
        // What has no room goes: later names first, then all names, then the end of the title.
        let listed = [names.count] + stride(from: min(names.count - 2, 8), through: 1, by: -1)
        let ends = names.isEmpty ? [] : listed.map { words.list(names, most: $0).closed }
        for head in [subject, Self.cut(subject, to: 80)] where short.isEmpty {
            let start = (head.isEmpty ? kind : "\(kind): \(head)").closed
            short =
                (ends.map { "\(start) \($0)" } + [start])
                .first { $0.utf16.count <= Self.mostShort } ?? ""
        }
        self.short = short.isEmpty ? kind.closed : short
        let parts = multiples.items.prefix(Self.mostCharts).map { item -> String in
            var chart = item.chart
            if chart.title.isEmpty { chart.title = item.title }
            return ChartDescription(chart).long
        }
        let opening = (subject.isEmpty ? kind : "\(kind): \(subject)").closed
        let rest = multiples.items.count - parts.count
        let sentences = [opening] + parts + (rest > 0 ? [words.unlisted(charts: rest)] : [])
        long = sentences.joined(separator: " ")
    }
}

extension Phrasebook {
    fileprivate func panel(of number: Int) -> String {
        let charts = locale.tag == "es-ES" ? ("gráfico", "gráficos") : ("gráfica", "gráficas")
        let counted = count(number, (charts.0, "chart"), (charts.1, "charts"))
        return say("Panel de \(counted)", "Panel of \(counted)")
    }

    fileprivate func unlisted(charts number: Int) -> String {
        let charts = locale.tag == "es-ES" ? "gráficos" : "gráficas"
        return say("Hay \(count(number)) \(charts) más.", "There are \(count(number)) more charts.")
    }
}
