import Diagnostics
import YAML

/// The keys of one mapping, asked for one by one; what nobody asked for is an error in the end.
final class Fields {
    /// The mapping.
    let node: Node
    /// Where findings go.
    let reading: Reading
    private let noun: String
    private var asked: [String] = []

    /// The fields of `node`, which `noun` names in messages, as in `a callout`.
    init(_ node: Node, _ noun: String, _ reading: Reading) {
        self.node = node
        self.noun = noun
        self.reading = reading
        if node.pairs == nil {
            reading.error("\(noun) is a mapping of keys, not \(node.noun)", at: node.location)
        }
    }

    /// Notes every key that nobody asked for.
    func finish() {
        reading.onKeys?(noun, asked)
        for pair in node.pairs ?? [] where !asked.contains(pair.name) {
            let guess = nearest(to: pair.name, among: asked).map { "did you mean “\($0)”?" }
            // `{ sql: SELECT a, b }` reads as two keys, the second one without a value.
            let isTorn = pair.value.scalar?.value == .null && pair.name.contains(" ")
            reading.error(
                "\(noun) has no key “\(pair.name)”", at: pair.location,
                hint: isTorn
                    ? "within { } put a text that has a comma in quotes"
                    : guess ?? "its keys are " + asked.sorted().joined(separator: ", "))
        }
    }

    // MARK: - Asking

    /// The value of a key; `nil` where the key is absent or has no value.
    func node(_ key: String) -> Node? {
        if !asked.contains(key) { asked.append(key) }
        guard let value = node[key] else { return nil }
        if let scalar = value.scalar, scalar.value == .null { return nil }
        return value
    }

    /// The value of a key that must be there.
    func required(_ key: String) -> Node? {
        if let value = node(key) { return value }
        if node.pairs != nil {
            reading.error("\(noun) needs a key “\(key)”", at: node.location)
        }
        return nil
    }

    /// Text: any scalar as it is written.
    func text(_ key: String) -> String? { node(key).flatMap(text) }

    /// Text that must be there.
    func requiredText(_ key: String) -> String? { required(key).flatMap(text) }

    /// A text with placeholders.
    func template(_ key: String) -> Template? {
        node(key).flatMap { Template(reading: $0, into: reading) }
    }

    /// A text with placeholders that must be there.
    func requiredTemplate(_ key: String) -> Template? {
        required(key).flatMap { Template(reading: $0, into: reading) }
    }

    /// `true` or `false`.
    func flag(_ key: String) -> Bool? {
        guard let value = node(key) else { return nil }
        if case .bool(let flag)? = value.scalar?.value { return flag }
        reading.error("“\(key)” is true or false, not \(value.noun)", at: value.location)
        return nil
    }

    /// A finite number within bounds.
    func number(_ key: String, within bounds: ClosedRange<Double>) -> Double? {
        node(key).flatMap { number($0, "“\(key)”", within: bounds) }
    }

    /// A whole number within bounds.
    func whole(_ key: String, within bounds: ClosedRange<Int>) -> Int? {
        guard let value = node(key) else { return nil }
        if case .int(let number)? = value.scalar?.value, bounds.contains(number) { return number }
        reading.error(
            "“\(key)” is a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
            at: value.location)
        return nil
    }

    /// A list of a fixed count of numbers.
    func numbers(_ key: String, count: ClosedRange<Int>, within bounds: ClosedRange<Double>)
        -> [Double]?
    {
        guard let value = node(key) else { return nil }
        guard let items = value.items, count.contains(items.count) else {
            let words =
                count.lowerBound == count.upperBound
                ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
            reading.error("“\(key)” is a list of \(words) numbers", at: value.location)
            return nil
        }
        let numbers = items.compactMap { number($0, "an item of “\(key)”", within: bounds) }
        return numbers.count == items.count ? numbers : nil
    }

    /// One word of a closed set.
    func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let value = node(key) else { return nil }
        let names = Word.allCases.map(\.rawValue)
        if let text = value.scalar?.text, let word = Word(rawValue: text) { return word }
        let guess = value.scalar.flatMap { nearest(to: $0.text, among: names) }
        reading.error(
            "“\(key)” is one of \(names.joined(separator: ", "))", at: value.location,
            hint: guess.map { "did you mean “\($0)”?" })
        return nil
    }

    /// The items of a list; empty where the key is absent.
    func list(_ key: String) -> [Node] {
        guard let value = node(key) else { return [] }
        if let items = value.items { return items }
        reading.error("“\(key)” is a list, not \(value.noun)", at: value.location)
        return []
    }

    /// The items of a list that must be there and hold something.
    func requiredList(_ key: String) -> [Node] {
        guard let value = required(key) else { return [] }
        if value.items?.isEmpty == true {
            reading.error("“\(key)” needs at least one item", at: value.location)
        }
        return list(key)
    }

    /// The pairs of a mapping; empty where the key is absent.
    func mapping(_ key: String) -> [Pair] {
        guard let value = node(key) else { return [] }
        if let pairs = value.pairs { return pairs }
        reading.error("“\(key)” is a mapping, not \(value.noun)", at: value.location)
        return []
    }

    // MARK: - Converting

    private func text(_ value: Node) -> String? {
        if let scalar = value.scalar { return scalar.text }
        reading.error("expected text, not \(value.noun)", at: value.location)
        return nil
    }

    private func number(
        _ value: Node, _ noun: String, within bounds: ClosedRange<Double>
    ) -> Double? {
        let found: Double? =
            switch value.scalar?.value {
            case .int(let number)?: Double(number)
            case .float(let number)?: number
            case .null?, .bool?, .string?, nil: nil
            }
        guard let found else {
            reading.error("\(noun) is a number, not \(value.noun)", at: value.location)
            return nil
        }
        guard found.isFinite else {
            reading.error("\(noun) is a finite number", at: value.location)
            return nil
        }
        guard bounds.contains(found) else {
            reading.error(
                "\(noun) is from \(bounds.lowerBound) to \(bounds.upperBound), not \(found)",
                at: value.location)
            return nil
        }
        return found
    }
}
