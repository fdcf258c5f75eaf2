import Diagnostics
import TestSupport
import Testing
import YAML

/// Some 5 KB that look like a deck and use all that decks may use.
private let deck: [UInt8] = {
    var text = """
        # Informe mensual
        title: "Ventas de {{mes}}"
        date: 2024-06
        language: es
        theme: {colors: [&rojo "#c1121f", '#003049', *rojo], font: Inter, scale: 1.25}
        data:
          ventas: data/ventas.csv
          metas: {file: data/metas.csv, delimiter: ";", header: true}
        notes: >-
          Una nota que va
          en varias líneas.

          Y otra.
        slides:

        """
    for slide in 1...12 {
        text += """
              - id: slide-\(slide)
                title: "Región \(slide): «año» – \\u00e1 \\"cita\\""
                subtitle: 'Es el 5 % de lo que''s'
                layout: &layout\(slide) {columns: [1, 2.5, ~], gap: 12, grow: false}
                again: *layout\(slide)
                body: |
                  - {{total | ,.1f}} unidades
                    desde 2023 🙂
                chart:
                  kind: bar
                  x: mes   # el eje
                  y: {field: !!str ventas, format: ",.0f", zero: yes}
                  limits: [0x10, -1.5e3, .inf, null]

            """
    }
    return Array(text.utf8)
}()

@Test func theDeckOfTheMutationsReadsWell() throws {
    #expect((4_000...7_000).contains(deck.count))
    #expect(findings(deck) == [])
}

/// Either a tree, whose places are in order, or located errors; never anything else.
private func check(_ bytes: [UInt8], _ comment: Comment) {
    do {
        let node = try Node.parse(bytes, file: "deck.yaml")
        #expect(node.location <= node.end, comment)
    } catch {
        #expect(error.hasErrors, comment)
        for finding in error.all {
            #expect((finding.location?.line ?? 0) > 0, "\(comment): \(finding)")
            #expect((finding.location?.column ?? 0) > 0, "\(comment): \(finding)")
        }
    }
}

@Test(arguments: [1, 2, 3, 4] as [UInt64])
func randomEditsGiveATreeOrLocatedErrors(seed: UInt64) {
    let marks = Array("\t\n\r :-?[]{}*&!|>'\"%@#,\\<".utf8) + [0, 0x80, 0xC3, 0xFF]
    var numbers = SplitMix64(seed: seed)
    for round in 0..<100 {
        var bytes = deck
        for _ in 0..<Int.random(in: 1...4, using: &numbers) {
            let index = Int.random(in: 0..<bytes.count, using: &numbers)
            let length = Int.random(in: 1...20, using: &numbers)
            let end = min(bytes.count, index + length)
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &numbers)
            case 1: bytes[index] = marks.randomElement(using: &numbers) ?? 0
            case 2: bytes.insert(marks.randomElement(using: &numbers) ?? 0, at: index)
            case 3: bytes.removeSubrange(index..<end)
            case 4: bytes.insert(contentsOf: bytes[index..<end], at: index)
            default: bytes.removeSubrange(index...)
            }
            if bytes.isEmpty { bytes = deck }
        }
        check(bytes, "seed \(seed), round \(round)")
    }
}

@Test func everyStartOfTheDeckGivesATreeOrLocatedErrors() {
    for count in stride(from: 0, to: 900, by: 3) {
        check(Array(deck.prefix(count)), "the first \(count) bytes")
    }
}

@Test(arguments: [5, 6] as [UInt64])
func randomMarksGiveATreeOrLocatedErrors(seed: UInt64) {
    let marks = Array("\t\n\r   ::--?[]{}*&!|>'\"%@#,\\<aab1~".utf8)
    var numbers = SplitMix64(seed: seed)
    for round in 0..<2_000 {
        let bytes = (0..<Int.random(in: 1...40, using: &numbers)).map { _ in
            marks.randomElement(using: &numbers) ?? 0
        }
        check(bytes, "seed \(seed), round \(round)")
    }
}
