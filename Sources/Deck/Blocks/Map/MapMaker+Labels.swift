import Charts
import Diagnostics
import Graphics
import Layout
import Maps
import Scales

// MARK: - Labels of regions

extension MapMaker {
    /// The labels of regions: a name over a figure, or one of both.
    func labels(_ labels: MapBlock.Labels) -> [MapLabel] {
        let rows = rows(of: labels)
        let numbers = numbers
        var unused = Set(labels.nudges.keys)
        var labelled: Set<String> = []
        let made = rows.compactMap { row -> MapLabel? in
            let key = row.text("key")
            guard let region = numbers[key] else {
                let guess = nearest(to: key, among: numbers.keys)
                resolver.findings.add(
                    .error(
                        "the map shows no region “\(key)” to label", at: labels.query.location,
                        hint: guess.map { "did you mean “\($0)”?" }))
                return nil
            }
            unused.remove(key)
            guard labelled.insert(key).inserted else {
                resolver.findings.add(
                    .error(
                        "the region “\(key)” has two labels", at: labels.query.location,
                        hint: "label a region once"))
                return nil
            }
            return label(row, of: region, labels)
        }
        report(unused, of: labels.nudges, "region", rows.map { $0.text("key") })
        return made
    }

    func rows(of labels: MapBlock.Labels) -> [Row] {
        resolver.table(
            labels.query, needs: ["key", "text"], amounts: ["lon", "lat", "size", "priority"],
            atMost: Self.mostLabels)
    }

    private func label(_ row: Row, of region: Int, _ labels: MapBlock.Labels) -> MapLabel {
        let key = row.text("key")
        let role = word(row, "ink", ColorRole.self, labels.query)
        let size = min(max(row.number("size") ?? 16, 9), 200)
        let heading = row.text("heading")
        let theme = resolver.theme
        let figure = TextRun(
            print(row, labels),
            theme.text(size, size >= 20 ? .extrabold : .bold, role ?? surface.text))
        let name = TextRun(heading, theme.text(11, .semibold, role ?? surface.text))
        return MapLabel(
            heading: heading.isEmpty ? [] : [name],
            rows: [
                .init(
                    name: heading.isEmpty ? figure.text : heading, runs: [figure],
                    place: row.place)
            ],
            // Wide enough apart for the figure's capitals and a little air.
            pitch: size * 0.73 + 5.5, region: region, priority: priority(row),
            nudge: labels.nudges[key]?.vector, location: labels.location)
    }

    /// The text of a row: words as they are, a number in the labels' format.
    func print(_ row: Row, _ labels: MapBlock.Labels) -> String {
        guard let number = row.number("text") else {
            guard row.text("text").isEmpty else { return row.text("text") }
            resolver.footnotes.insert(.missing)
            return resolver.words.missing
        }
        let format = labels.format.flatMap { resolver.numberFormat($0, at: labels.location) }
        switch row.standing {
        case .derived: resolver.footnotes.insert(.derived)
        case .preliminary: resolver.footnotes.insert(.preliminary)
        case .estimated: resolver.footnotes.insert(.estimated)
        case .firm: break
        }
        return resolver.print(number, format) + (row.standing == .derived ? "*" : "")
    }
}

// MARK: - Pins

extension MapMaker {
    /// The labels of places: those of one heading, or of one place, together.
    func labels(_ pins: MapBlock.Pins) -> [MapLabel] {
        var groups: [[Row]] = []
        var numbers: [GroupKey: Int] = [:]
        let marks = marks(of: pins)
        for row in rows(of: pins) {
            guard let place = row.place else {
                resolver.findings.add(
                    .error(
                        "the pin “\(row.text("text"))” has no place", at: pins.query.location,
                        hint: "a pin's row has numbers lon and lat"))
                continue
            }
            // A sign says enough where there is no name.
            if marks[place] != nil, row.text("text").isEmpty, row.text("detail").isEmpty {
                continue
            }
            let heading = row.text("heading")
            let key = heading.isEmpty ? GroupKey.place(place) : .heading(heading)
            if let number = numbers[key] {
                groups[number].append(row)
            } else {
                numbers[key] = groups.count
                groups.append([row])
            }
        }
        var unused = Set(pins.nudges.keys)
        var known: [String] = []
        var identifiers: Set<String> = []
        for id in groups.joined().map({ $0.text("id") }) where !id.isEmpty {
            guard !identifiers.insert(id).inserted else { continue }
            resolver.findings.add(
                .error("two pins have the id “\(id)”", at: pins.query.location))
        }
        let labels = groups.map { rows -> MapLabel in
            let names = rows.map { $0.text("id") } + rows.map { $0.text("heading") }
            known += names.filter { !$0.isEmpty }
            unused.subtract(names)
            let nudge = names.lazy.compactMap { pins.nudges[$0]?.vector }.first
            let heading = rows.first?.text("heading") ?? ""
            let style = resolver.theme.text(10.5, .extrabold, surface.figure)
            return MapLabel(
                heading: heading.isEmpty ? [] : [TextRun(heading, style)],
                rows: rows.map { row($0, pins, marks) }, pitch: 13.5,
                priority: rows.map(priority).max() ?? 0, nudge: nudge, location: pins.location)
        }
        report(unused, of: pins.nudges, "pin", known)
        return labels
    }

    func rows(of pins: MapBlock.Pins) -> [Row] {
        resolver.table(
            pins.query, needs: ["text", "lon", "lat"], amounts: ["lon", "lat", "priority"],
            atMost: Self.mostLabels)
    }

    /// More names than a page can show; placing them takes long.
    private static let mostLabels = 400

    /// What belongs together: what has one heading, else what stands in one place.
    private enum GroupKey: Hashable {
        case heading(String)
        case place(GeoPoint)
    }

    /// The signs that stand at their places.
    func signs(of pins: MapBlock.Pins) -> [MapChart.Pin] {
        let marks = marks(of: pins)
        var taken: Set<GeoPoint> = []
        return rows(of: pins).compactMap { row in
            guard let place = row.place, let name = marks[place], taken.insert(place).inserted,
                let glyph = pins.glyphs[name]
            else { return nil }
            return MapChart.Pin(
                name: row.text("text"), place: place, glyph: glyph.token.resolved(resolver.theme),
                location: pins.location)
        }
    }

    /// The names of the glyphs that stand at places; where a place has several kinds, they stay in its
    /// labels.
    private func marks(of pins: MapBlock.Pins) -> [GeoPoint: String] {
        guard pins.signs == .place else { return [:] }
        var names: [GeoPoint: [String]] = [:]
        for row in rows(of: pins) {
            guard let place = row.place else { continue }
            let own = glyphs(of: row)
            // Two signs of one kind say that there are two, which one sign would not.
            names[place, default: []] += own.count > 1 ? own + [""] : own
        }
        return names.compactMapValues { names in
            Set(names).count == 1 ? names.first.flatMap { pins.glyphs[$0] == nil ? nil : $0 } : nil
        }
    }

    private func row(
        _ row: Row, _ pins: MapBlock.Pins, _ marks: [GeoPoint: String]
    ) -> MapLabel.Row {
        let theme = resolver.theme
        let mark = row.place.flatMap { marks[$0] }.flatMap { pins.glyphs[$0] }
        let signs = glyphs(of: row).compactMap { name -> PinGlyph? in
            guard let glyph = pins.glyphs[name] else {
                let guess = nearest(to: name, among: pins.glyphs.keys)
                resolver.findings.add(
                    .error(
                        "there is no glyph “\(name)”", at: pins.query.location,
                        hint: guess.map { "did you mean “\($0)”?" } ?? "add it under “glyphs:”"))
                return nil
            }
            return glyph.token.resolved(theme)
        }
        let name = row.text("text")
        var runs = [TextRun(name, theme.text(10.5, .semibold, surface.text))]
        let detail =
            row.text("detail").isEmpty
            ? pins.unknown.map { resolver.text($0).plain } ?? "" : row.text("detail")
        if !detail.isEmpty {
            let light = theme.text(10.5, .regular, surface.muted)
            runs += [TextRun(" ", light.with { $0.size = 13 }), TextRun(detail, light)]
        }
        return .init(
            name: name, signs: mark == nil ? signs : [], runs: runs, place: row.place,
            clearance: mark.map { MapChart.Pin.clearance(of: $0.token.resolved(theme)) })
    }

    /// The names of a row's glyphs.
    func glyphs(of row: Row) -> [String] {
        row.text("glyphs").split(separator: " ").map(String.init)
    }
}

// MARK: - Rows

extension MapMaker {
    private func priority(_ row: Row) -> Int {
        Int(min(max(row.number("priority") ?? 0, -1000), 1000))
    }

    /// A word of a closed set in a cell; an empty cell is none, another word a finding.
    private func word<Word: RawRepresentable & CaseIterable>(
        _ row: Row, _ column: String, _ type: Word.Type, _ query: Query
    ) -> Word? where Word.RawValue == String {
        let text = row.text(column)
        if text.isEmpty { return nil }
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        resolver.findings.add(
            .error(
                "“\(text)” in column “\(column)” is none of \(words.joined(separator: ", "))",
                at: query.location))
        return nil
    }

    /// Says which nudges name nothing.
    private func report(
        _ unused: Set<String>, of nudges: MapBlock.Nudges, _ noun: String, _ known: [String]
    ) {
        for name in unused.sorted() {
            let guess = nearest(to: name, among: known)
            resolver.findings.add(
                .error(
                    "there is no \(noun) “\(name)” to nudge", at: nudges[name]?.location,
                    hint: guess.map { "did you mean “\($0)”?" }))
        }
    }
}
