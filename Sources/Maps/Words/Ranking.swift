import Scales

/// Names by their amounts, the greatest first; amounts that print alike stand together.
struct Ranking {
    /// Names with one printed amount.
    struct Group: Hashable {
        /// The amount as it is printed.
        var text: String
        /// The names that have one, in their order.
        var names: [String]
        /// How many there are, named or not.
        var count: Int
    }

    /// The amounts, descending.
    let groups: [Group]
    /// The names without an amount, in their order; empty texts for what has no name.
    let missing: [String]
    private let words: MapWords

    /// Ranks names by their values; what is not finite is no value.
    init(_ items: [(name: String, value: Double?, text: String)], words: MapWords) {
        self.words = words
        let known = items.enumerated().filter { $0.element.value?.isFinite == true }
        missing = items.filter { $0.value?.isFinite != true }.map(\.name.asSpoken)
        let sorted = known.sorted { one, other in
            let (left, right) = (one.element.value ?? 0, other.element.value ?? 0)
            return left != right ? left > right : one.offset < other.offset
        }
        var groups: [Group] = []
        for (_, item) in sorted {
            let own = item.text.asSpoken
            let text =
                own.isEmpty
                ? NumberFormat.plain.text(item.value ?? 0, locale: words.locale.number) : own
            let name = item.name.asSpoken
            if groups.last?.text != text { groups.append(Group(text: text, names: [], count: 0)) }
            if !name.isEmpty { groups[groups.count - 1].names.append(name) }
            groups[groups.count - 1].count += 1
        }
        self.groups = groups
    }

    /// How many have an amount.
    var known: Int { groups.reduce(0) { $0 + $1.count } }

    /// The first groups that together have at least `most` names.
    func top(_ most: Int) -> [Group] {
        var top: [Group] = []
        var count = 0
        for group in groups where count < most {
            top.append(group)
            count += group.count
        }
        return top
    }

    /// An amount with its names, at most so many of them.
    func item(_ group: Group, most: Int) -> String {
        let rest = group.count - group.names.count
        guard rest == 0 else { return "\(group.text) (\(words.count(group.count)))" }
        return "\(group.text) (\(words.list(group.names, most: most)))"
    }
}
