import Diagnostics
import Files
import TestSupport
import Testing
import YAML

@testable import Deck

/// The keys that reading files asks for, by the nouns of mappings.
private struct AskedKeys {
    var keys: [String: Set<String>] = [:]
    var findings = Diagnostics()

    /// Reads a file of the repository as a deck or a theme.
    mutating func read(_ schema: DeckSchema, _ file: String) throws {
        let bytes = try SourceFolder(path: repositoryRoot).read(file)
        try read(schema, bytes, file)
    }

    mutating func read(_ schema: DeckSchema, _ bytes: [UInt8], _ file: String) throws {
        let reading = Reading()
        var asked: [(String, [String])] = []
        reading.onKeys = { asked.append(($0, $1)) }
        let node = try Node.parse(bytes, file: file)
        switch schema {
        case .deck: _ = DeckFile(reading: node, into: reading)
        case .theme: _ = Theme(reading: node, into: reading)
        case .jobs:
            _ = try BatchFile.jobs(of: node, BatchJob.Usual { $0 }, into: reading)
        }
        for (noun, keys) in asked {
            // The twelve channels are one kind of mapping.
            let noun = noun.hasPrefix("the channel “") ? "the channel" : noun
            self.keys[noun, default: []].formUnion(keys)
        }
        findings.add(reading.findings)
    }
}

private let decks = [
    "Decks/amia/deck.yaml", "Decks/gallery/deck.yaml", "Decks/ventas-ejemplo/deck.yaml",
    "Tests/Fixtures/small/deck.yaml", "Tests/Fixtures/pictures/deck.yaml",
]
private let themes = [
    "Decks/amia/theme.yaml", "Tests/Fixtures/small/theme.yaml",
    "Tests/Fixtures/pictures/theme.yaml",
]

/// One of each mapping that the decks above do without.
private let rest = """
    title: Rest
    language: es-MX
    period: 2024
    page: { width: 960, height: 540 }
    tables:
      t: { file: t.csv, dialect: { trim: true }, columns: { a: { type: number } } }
      j: { file: t.json, rows: r }
      w: { file: t.xlsx, sheet: s, header: 2 }
    values: { v: { sql: SELECT 1 } }
    periods: { p: { trailing: 3 } }
    checks: { c: { left: 1, equals: 1 } }
    slides:
      - id: a
        title: A
        body:
          stack:
            items:
              - columns: { items: [{ rule: true }] }
              - grid: { items: [{ rule: true }] }
              - text: { text: T }
              - bullets: [{ text: T }]
              - cards: { items: [{ text: T }] }
              - figure: { value: 1, chip: { change: 1 } }
              - tiles: { items: [{ figures: [{ value: 1 }] }] }
              - breakdown: { data: SELECT 1, glyphs: { a: { shape: circle } } }
              - callout: { text: T }
              - picture: { file: a.png, alt: A }
              - diagram: { nodes: [{ text: A }, { text: B }] }
              - chart:
                  data: SELECT 1
                  x: { field: x, scale: { domain: [1] }, axis: { ticks: 2 }, legend: { orient: top } }
                  y: y
                  layer: [{ mark: { type: bar } }]
              - chart:
                  data: SELECT 1
                  mark: bar
                  x: x
                  y: y
                  labels: { show: all }
                  ends: { field: x }
                  total: { value: 1 }
                  center: { value: 1 }
                  compare: { from: a, to: b }
                  bands: [{ from: 1, to: 2 }]
                  rules: [{ y: 1 }]
                  facet: { field: x }
              - table: { data: SELECT 1, columns: [{ field: a, bar: { color: c1 } }], total: { label: T } }
              - map:
                  boundaries: b
                  projection: { type: mercator }
                  regions: { data: SELECT 1, scale: { type: linear } }
                  outlines: { data: SELECT 1 }
                  labels: { data: SELECT 1 }
                  pins: { data: SELECT 1, glyphs: { a: { shape: circle } } }
                  symbols: { data: SELECT 1 }
                  insets: [{ center: [0, 0] }]
                  legend: { title: T }
                  graticule: { step: 10 }
                  nouns: { regions: [a, b] }
    """

// MARK: - The loader

@Test func schemaAndLoaderKnowTheSameKeys() throws {
    for schema in DeckSchema.allCases {
        var asked = AskedKeys()
        switch schema {
        case .deck:
            for deck in decks { try asked.read(schema, deck) }
            try asked.read(schema, Array(rest.utf8), "rest.yaml")
        case .theme: for theme in themes { try asked.read(schema, theme) }
        case .jobs: try asked.read(schema, "Decks/jobs.yaml")
        }
        // Several mappings may share a noun: `a table` is a file, and a block.
        var known: [String: Set<String>] = [:]
        for object in schema.objects {
            known[object.noun, default: []].formUnion(object.keys.map(\.name))
        }
        for noun in Set(asked.keys.keys).union(known.keys).sorted() {
            let loader = asked.keys[noun] ?? []
            let told = known[noun] ?? []
            #expect(
                told.subtracting(loader).sorted() == [],
                "\(noun): keys of the schema that the loader does not ask for")
            #expect(
                loader.subtracting(told).sorted() == [],
                "\(noun): keys that the schema lacks; add a line in Sources/Deck/Schema")
        }
    }
}

// MARK: - The schema itself

/// All types that a type is made of, itself included.
private func parts(of type: SchemaType) -> [SchemaType] {
    switch type {
    case .list(let item, _): [type] + parts(of: item)
    case .mapping(let value, _): [type] + parts(of: value)
    case .either(let types): [type] + types.flatMap(parts)
    case .text, .query, .flag, .only, .number, .whole, .words, .pattern, .object: [type]
    }
}

@Test func theSchemaIsWhole() {
    for schema in DeckSchema.allCases {
        let names = schema.objects.map(\.name)
        #expect(Set(names).count == names.count)
        var used: Set<String> = [schema.rawValue]
        for object in schema.objects {
            let keys = object.keys.map(\.name)
            #expect(Set(keys).count == keys.count, "\(object.name) has a key twice")
            #expect(Set(object.alternatives.joined()).isSubset(of: keys))
            for key in object.keys {
                #expect(!key.about.isEmpty, "\(object.name).\(key.name) is not described")
                for part in parts(of: key.type) {
                    if case .object(let name) = part { used.insert(name) }
                    if case .words(let words) = part { #expect(!words.isEmpty, "\(key.name)") }
                }
            }
        }
        #expect(used == Set(names), "mappings that are named and those that there are")
        #expect(schema.text.hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/"))
        #expect(!schema.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
}
