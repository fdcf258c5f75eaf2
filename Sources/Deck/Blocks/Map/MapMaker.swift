import Diagnostics
import Graphics
import Layout
import Maps
import Scales
import Tables

/// Makes the map that a block describes: boundaries joined with rows, colours, labels, words.
struct MapMaker {
    /// An area with what the deck says of it.
    struct Area {
        /// The keys of its features, and the name of its group.
        var names: [String]
        var region: MapRegion
        /// Its amount; `nil` where it has none.
        var value: Double?
        /// The name by which it is coloured; empty where there is none.
        var category = ""
        /// Whether the deck names it: it is not one of the rest.
        var isNamed: Bool
    }

    let block: MapBlock
    let resolver: Resolver
    let surface: Surface
    /// The areas from the bottom up.
    private(set) var areas: [Area] = []
    /// The colourings of the groups of regions that have one, with their amounts.
    private(set) var colorings: [(coloring: MapColoring, values: [Double])] = []

    init(_ block: MapBlock, _ resolver: Resolver, on surface: Surface) {
        self.block = block
        self.resolver = resolver
        self.surface = surface
    }

    /// The finished map; `nil`, with a finding, without boundaries.
    mutating func chart() -> MapChart? {
        guard let collection = features() else { return nil }
        var taken: Set<String> = []
        var named: [Area] = []
        for group in block.regions { named += areas(of: group, collection, &taken) }
        let others = collection.features.filter { !taken.contains($0.key(block.key) ?? "") }
        areas = restAreas(others) + named
        let theme = resolver.theme
        return MapChart(
            regions: areas.map(\.region), fitted: fitted(collection), projection: block.projection,
            border: Stroke(theme.color(surface.ground), width: 0.75, join: .round),
            outlines: outlines(collection), grid: grid, water: block.water.map { theme.color($0) },
            showsEarth: showsEarth,
            margins: block.margins, alignment: block.alignment, isClipped: block.isClipped,
            symbols: symbols(), pins: block.pins.flatMap { signs(of: $0) }, insets: insets(),
            labels: block.labels.flatMap { labels($0) } + block.pins.flatMap { labels($0) },
            key: key(), keyNudge: block.legend?.nudge, keyLocation: block.legend?.location,
            ink: theme.color(surface.text), ground: theme.color(surface.ground))
    }

    /// The dotted form of the map, for covers.
    func dotted(keepOut: [Rect]) -> DotMap? {
        guard let collection = features() else { return nil }
        let keys = Set(
            block.regions.flatMap { group in
                resolver.table(group.query, needs: ["key"], atMost: MapBlock.mostAreas).map {
                    $0.text("key")
                }
            })
        let isLit = { (feature: GeoFeature) in keys.contains(feature.key(block.key) ?? "") }
        let points =
            block.places.map {
                resolver.table($0, needs: ["lon", "lat"], atMost: MapBlock.mostAreas)
            } ?? []
        let theme = resolver.theme
        return DotMap(
            lit: collection.features.filter(isLit),
            unlit: collection.features.filter { !isLit($0) },
            places: points.compactMap { $0.place }, projection: block.projection, pitch: 8.4,
            colors: .init(
                lit: theme.color(.landLit).mixed(with: theme.color(.onInkMark), 0.45),
                unlit: theme.color(.onInkRule).mixed(with: theme.color(.ink), 0.3),
                place: theme.color(.accentLight)), keepOut: keepOut)
    }

    // MARK: - The earth

    private var grid: MapChart.Grid? {
        guard let grid = block.grid, let lines = try? Graticule(every: grid.step) else {
            return nil
        }
        return MapChart.Grid(lines, Stroke(resolver.theme.color(grid.color), width: 0.5))
    }

    /// Who sees the water of a whole earth wants to see all of it.
    private var showsEarth: Bool {
        block.water != nil && block.fit == nil && !block.projection.kind.isConic
            && block.projection.kind != .mercator
    }

    // MARK: - Boundaries

    private func features() -> FeatureCollection? {
        guard let all = resolver.boundaries(block.boundaries, at: block.location) else {
            return nil
        }
        if all.indices(by: block.key).isEmpty {
            resolver.findings.add(
                .error(
                    "no region of “\(block.boundaries)” has a property “\(block.key)”",
                    at: block.location,
                    hint: "its properties are \(all.joinKeys.joined(separator: ", "))"))
            return nil
        }
        let shown = FeatureCollection(shown(all.features))
        return block.farthestIsland.map { shown.removingFarIslands(farthest: $0) } ?? shown
    }

    /// The features that are drawn: all, but where the deck says which of the rest.
    private func shown(_ features: [GeoFeature]) -> [GeoFeature] {
        guard let restOnly = block.restOnly else { return features }
        var taken: Set<String> = []
        let rows = resolver.table(restOnly, needs: ["key"], atMost: MapBlock.mostAreas)
        _ = join(rows, FeatureCollection(features), &taken, at: restOnly.location)
        let queries = [restOnly] + block.regions.map(\.query) + [block.fit].compactMap { $0 }
        let wanted = Set(
            queries.flatMap {
                resolver.table($0, needs: ["key"], atMost: MapBlock.mostAreas).map {
                    $0.text("key")
                }
            })
        return features.filter { wanted.contains($0.key(block.key) ?? "") }
    }

    private func fitted(_ collection: FeatureCollection) -> [GeoFeature] {
        guard let fit = block.fit else { return collection.features }
        var taken: Set<String> = []
        let rows = resolver.table(fit, needs: ["key"], atMost: MapBlock.mostAreas)
        return join(rows, collection, &taken, at: fit.location).flatMap(\.features)
    }

    /// The features that rows name; a key without a match, or met twice, is a finding.
    private func join(
        _ rows: [Row], _ collection: FeatureCollection, _ taken: inout Set<String>,
        at location: SourceLocation
    ) -> [(row: Row, features: [GeoFeature])] {
        let known = collection.indices(by: block.key)
        return rows.compactMap { row in
            let name = row.text("key")
            guard let indices = known[name] else {
                let guess = nearest(to: name, among: known.keys)
                resolver.findings.add(
                    .error(
                        "no region of “\(block.boundaries)” has \(block.key) “\(name)”",
                        at: location, hint: guess.map { "did you mean “\($0)”?" }))
                return nil
            }
            guard taken.insert(name).inserted else {
                resolver.findings.add(
                    .error(
                        "the region “\(name)” has two rows", at: location,
                        hint: "join a region once: group the rows by key"))
                return nil
            }
            if indices.count > 1 {
                resolver.findings.add(
                    .error(
                        "\(indices.count) regions of “\(block.boundaries)” have \(block.key) “\(name)”",
                        at: location,
                        hint: "join on a key that tells regions apart: "
                            + collection.joinKeys.joined(separator: ", ")))
                return nil
            }
            return (row, indices.map { collection.features[$0] })
        }
    }

    // MARK: - Areas

    private mutating func areas(
        of group: MapBlock.Regions, _ collection: FeatureCollection, _ taken: inout Set<String>
    ) -> [Area] {
        let rows = resolver.table(
            group.query, needs: group.isDissolved ? ["key", "region"] : ["key"],
            amounts: ["value"], atMost: MapBlock.mostAreas)
        let joined = join(rows, collection, &taken, at: group.query.location)
        let coloring = coloring(joined.map(\.row), group)
        let outline = group.outline.map {
            Stroke(resolver.theme.color($0), width: 0.6, join: .round)
        }
        var areas: [Area] = []
        var numbers: [String: Int] = [:]
        var told: Set<String> = []
        for (index, (row, features)) in joined.enumerated() {
            let name = group.isDissolved ? row.text("region") : "\(index)"
            let (fill, isLit) = fill(row, coloring, group)
            if let number = numbers[name] {
                areas[number].region.features += features
                areas[number].names.append(row.text("key"))
                if areas[number].region.fill != fill, told.insert(name).inserted {
                    resolver.findings.add(
                        .error(
                            "the region “\(name)” has two fills", at: group.query.location,
                            hint: "give all its rows one value, category or color"))
                }
                continue
            }
            numbers[name] = areas.count
            areas.append(
                Area(
                    names: (group.isDissolved ? [name] : []) + [row.text("key")],
                    region: MapRegion(
                        features: features, fill: fill,
                        outline: isLit ? outline : noDataOutline, isLit: isLit),
                    value: row.number("value"), category: row.text("category"), isNamed: true))
        }
        return areas
    }

    /// The colouring of a group whose rows have amounts or names; `nil` for rows with colours.
    private mutating func coloring(_ rows: [Row], _ group: MapBlock.Regions) -> MapColoring? {
        guard let first = rows.first, first.has("value") || first.has("category") else {
            return nil
        }
        let amounts = rows.compactMap { $0.number("value") }
        let names = rows.map { $0.text("category") }.filter { !$0.isEmpty }
        var scale = group.scale
        if !first.has("value") { scale.kind = .ordinal }
        let made = scale.coloring(of: amounts, names, noData: noDataHatch, resolver)
        if let made, let beyond = amounts.first(where: { !made.covers($0) }), first.has("value") {
            resolver.findings.add(
                .error(
                    "\(resolver.print(beyond, nil)) lies outside of the domain of the colours",
                    at: group.query.location, hint: "widen “domain”"))
        }
        if let made { colorings.append((made, amounts)) }
        return made
    }

    private func fill(
        _ row: Row, _ coloring: MapColoring?, _ group: MapBlock.Regions
    ) -> (Paint, isLit: Bool) {
        if row.has("value") {
            let value = row.number("value")
            return (coloring?.paint(of: value) ?? .hatch(noDataHatch), value != nil)
        }
        if row.has("category") {
            let name = row.text("category")
            return (
                coloring?.paint(ofCategory: name) ?? .hatch(noDataHatch), !name.isEmpty
            )
        }
        guard let role = ColorRole(rawValue: row.text("color")) else {
            resolver.findings.add(
                .error(
                    "“\(row.text("color"))” is not a colour's role", at: group.query.location,
                    hint:
                        "a region's row has a “value”, a “category”, or a “color” such as land-lit")
            )
            return (.color(resolver.theme.color(.land)), false)
        }
        return (.color(resolver.theme.color(role)), true)
    }

    /// The lines around regions; rows with the same text in `region` have one around all of them.
    private func outlines(_ collection: FeatureCollection) -> [MapChart.Outline] {
        block.outlines.flatMap { group -> [MapChart.Outline] in
            let rows = resolver.table(group.query, needs: ["key"], atMost: MapBlock.mostAreas)
            var taken: Set<String> = []
            let stroke = Stroke(
                resolver.theme.color(group.color), width: group.width, join: .round)
            var outlines: [MapChart.Outline] = []
            var numbers: [String: Int] = [:]
            for (row, features) in join(rows, collection, &taken, at: group.query.location) {
                let name = row.has("region") ? row.text("region") : row.text("key")
                if let number = numbers[name] {
                    outlines[number].features += features
                } else {
                    numbers[name] = outlines.count
                    outlines.append(MapChart.Outline(features, stroke))
                }
            }
            return outlines
        }
    }

    private func restAreas(_ features: [GeoFeature]) -> [Area] {
        let (fill, outline): (Paint, Stroke?)
        switch block.rest {
        case .hidden: return []
        case .land: (fill, outline) = (.color(resolver.theme.color(block.restColor)), nil)
        case .noData: (fill, outline) = (.hatch(noDataHatch), noDataOutline)
        }
        return features.map { feature in
            Area(
                names: [feature.key(block.key)].compactMap { $0 },
                region: MapRegion(
                    features: [feature], fill: fill, outline: outline, isLit: false),
                isNamed: false)
        }
    }

    var noDataHatch: Hatch {
        var hatch = resolver.theme.noData
        hatch.ground = resolver.theme.color(surface.ground)
        return hatch
    }

    var noDataOutline: Stroke {
        Stroke(resolver.theme.color(.noDataOutline), width: 0.5, join: .round)
    }

    // MARK: - Symbols and insets

    private func symbols() -> [MapChart.Symbol] {
        guard let symbols = block.symbols, let scale = symbolScale else { return [] }
        let numbers = numbers
        return symbolRows.compactMap { row in
            let key = row.text("key")
            let name = row.text("name").isEmpty ? key : row.text("name")
            let region = numbers[key]
            guard row.place != nil || region != nil else {
                let guess = nearest(to: key, among: numbers.keys)
                resolver.findings.add(
                    key.isEmpty
                        ? .error(
                            "the symbol “\(name)” has no place", at: symbols.query.location,
                            hint: "its row has numbers lon and lat, or the key of a region")
                        : .error(
                            "the map shows no region “\(key)” for a symbol",
                            at: symbols.query.location,
                            hint: guess.map { "did you mean “\($0)”?" }))
                return nil
            }
            let value = row.number("value")
            if value == nil { resolver.footnotes.insert(.missing) }
            return MapChart.Symbol(
                name: name, place: row.place, region: region,
                radius: value.map { scale.radius(of: $0) },
                color: resolver.theme.color(symbols.color))
        }
    }

    var symbolRows: [Row] {
        guard let symbols = block.symbols else { return [] }
        return resolver.table(
            symbols.query, needs: ["value"], amounts: ["value", "lon", "lat"])
    }

    var symbolScale: SymbolScale? {
        guard let symbols = block.symbols else { return nil }
        do {
            return try SymbolScale(
                holding: symbolRows.compactMap { $0.number("value") },
                largestRadius: symbols.radius)
        } catch {
            resolver.findings.add(
                .error(error.message, at: symbols.query.location, hint: error.hint))
            return nil
        }
    }

    /// The numbers of areas by the names of their regions.
    var numbers: [String: Int] {
        var numbers: [String: Int] = [:]
        for (number, area) in areas.enumerated() {
            for name in area.names { numbers[name] = number }
        }
        return numbers
    }

    private func insets() -> [MapInset] {
        block.insets.enumerated().compactMap { index, inset in
            let extent: MapInset.Extent
            switch inset.extent {
            case .around(let center, let size): extent = .around(center, size)
            case .places(let query):
                let places = resolver.table(query, needs: ["lon", "lat"], amounts: ["lon", "lat"])
                    .compactMap(\.place)
                if places.isEmpty {
                    resolver.findings.add(
                        .error("the inset shows no places", at: query.location))
                    return nil
                }
                extent = .places(places)
            }
            return MapInset(
                name: "\(index + 1)", extent, magnification: inset.magnification,
                nudge: inset.nudge, location: inset.location)
        }
    }
}

extension Row {
    /// The place of the columns `lon` and `lat`; `nil` where one of them has no number.
    var place: GeoPoint? {
        guard let longitude = number("lon"), let latitude = number("lat") else { return nil }
        return GeoPoint(longitude: longitude, latitude: latitude)
    }
}
