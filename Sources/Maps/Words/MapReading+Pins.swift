// Places with pins, by their kinds and their groups.

extension MapReading {
    var countOfPins: String? {
        guard !facts.pins.isEmpty else { return nil }
        let count = words.count(facts.pins.count, of: pinNoun)
        let groups = Set(facts.pins.map(\.group.asSpoken)).subtracting([""]).count
        // Only where all of them lie in one.
        guard let noun = facts.groupNoun, groups > 0,
            facts.pins.allSatisfy({ !$0.group.asSpoken.isEmpty })
        else { return words.say("Muestra \(count).", "It shows \(count).") }
        let places = words.count(groups, of: words.noun(noun, else: areaNoun))
        return words.say("Muestra \(count) en \(places).", "It shows \(count) in \(places).")
    }

    /// How many signs there are of each kind, the most frequent first.
    var kindsOfPins: String? {
        let kinds = sorted(
            grouped(facts.pins.flatMap(\.kinds).map { ($0.asSpoken, "") })
                .filter { !$0.name.isEmpty })
        guard !kinds.isEmpty else { return nil }
        let items = kinds.map { "\($0.name) (\(words.count($0.members.count)))" }
        let list = words.list(items, most: 8)
        return words.say("Por tipo: \(list).", "By kind: \(list).")
    }

    var pinSentences: [String] {
        guard let countOfPins else { return [] }
        let isNamed = facts.pins.count <= MapDescription.mostPinsNamed
        let groups = sorted(
            grouped(facts.pins.map { ($0.group.asSpoken, Self.name(of: $0)) })
                .filter { !$0.name.isEmpty })
        var sentences = [countOfPins] + (kindsOfPins.map { [$0] } ?? [])
        if isNamed {
            sentences += groups.map { group in
                let names = group.members.filter { !$0.isEmpty }
                let head = "\(group.name) (\(words.count(group.members.count)))"
                return (names.isEmpty ? head : "\(head): \(words.list(names, most: 12))")
                    .asSentence.upperFirst
            }
        } else if !groups.isEmpty {
            let items = groups.map { "\($0.name) (\(words.count($0.members.count)))" }
            let noun = words.noun(facts.groupNoun, else: areaNoun).one
            let list = words.list(items, most: 12)
            sentences.append(words.say("Por \(noun): \(list).", "By \(noun): \(list)."))
        }
        let alone = facts.pins.filter { $0.group.asSpoken.isEmpty }.map(Self.name)
            .filter { !$0.isEmpty }
        guard isNamed, !alone.isEmpty else { return sentences }
        let list = words.list(alone, most: 24)
        let head =
            groups.isEmpty
            ? words.say("Son", "They are") : words.say("Además", "Also")
        let only = groups.isEmpty && facts.pins.count == 1
        return sentences + [only ? list.asSentence : "\(head): \(list).".upperFirst]
    }

    private static func name(of pin: MapDescription.Facts.Pin) -> String {
        let (name, detail) = (pin.name.asSpoken, pin.detail.asSpoken)
        return name.isEmpty || detail.isEmpty ? name + detail : "\(name) (\(detail))"
    }

    // MARK: - Groups

    /// Members by the name of their group, in the order in which groups appear.
    func grouped(
        _ pairs: [(group: String, member: String)]
    ) -> [(name: String, members: [String])] {
        var places: [String: Int] = [:]
        var groups: [(name: String, members: [String])] = []
        for (group, member) in pairs {
            if let place = places[group] {
                groups[place].members.append(member)
            } else {
                places[group] = groups.count
                groups.append((group, [member]))
            }
        }
        return groups
    }

    /// Groups with the most members first; those of one size in their order.
    func sorted(
        _ groups: [(name: String, members: [String])]
    ) -> [(name: String, members: [String])] {
        groups.enumerated().sorted { one, other in
            (other.element.members.count, one.offset) < (one.element.members.count, other.offset)
        }.map(\.element)
    }
}
