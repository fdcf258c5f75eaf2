import Diagnostics
import YAML

/// The findings of reading one deck; shared by all who read parts of it.
final class Reading {
    /// What was found so far.
    var findings = Diagnostics()
    /// The lines of the deck file, for blocks that show them.
    let lines: [Substring]
    /// Names of blocks, each with the place of the first one that took it.
    private var ids: [String: SourceLocation] = [:]
    /// The charts of each shared scale.
    private(set) var sharedScales: [String: [SharedScaleMember]] = [:]

    /// Told the keys that each kind of mapping was asked for, by its noun: tests compare them with
    /// the schema.
    var onKeys: ((_ noun: String, _ keys: [String]) -> Void)?

    /// The findings of reading a deck file of some lines.
    init(lines: [Substring] = []) { self.lines = lines }

    /// Notes an error.
    func error(
        _ message: String, kind: FailureKind = .data, at location: SourceLocation,
        hint: String? = nil
    ) {
        findings.add(.error(message, kind: kind, at: location, hint: hint))
    }

    /// What `work` gives; the findings that it throws are noted, beside those that it notes itself.
    func noting<Value>(_ work: () throws -> Value) throws -> Value? {
        var found = Diagnostics()
        let value = try found.collecting(work)
        findings.add(found)
        return value
    }

    /// The role that a key names; a wrong one is noted with the nearest right one.
    func role<Role: RawRepresentable & CaseIterable>(
        _ pair: Pair, _ type: Role.Type, _ noun: String
    ) -> Role? where Role.RawValue == String {
        if let role = Role(rawValue: pair.name) { return role }
        let names = Role.allCases.map(\.rawValue)
        let hint = nearest(to: pair.name, among: names).map { "did you mean “\($0)”?" }
        error(
            "there is no \(noun) “\(pair.name)”", at: pair.location,
            hint: hint ?? "there are " + names.joined(separator: ", "))
        return nil
    }

    /// Notes that a chart takes part in a shared scale.
    func share(scale: String, _ member: SharedScaleMember) {
        sharedScales[scale, default: []].append(member)
    }

    /// Names of slides are parts of file names, which have at most 255 bytes.
    private static let longestID = 60

    /// Notes that a name is taken; names are unique in a deck.
    func claim(id: String, at location: SourceLocation) {
        if id.isBlank {
            error("an id is empty", at: location, hint: "give it a name, or leave the key out")
        }
        if id.utf8.count > Self.longestID {
            error(
                "the id “\(id.prefix(20))…” is longer than \(Self.longestID) letters", at: location,
                hint: "it becomes part of a file's name")
        }
        if let first = ids[id] {
            error(
                "the id “\(id)” is used twice", at: location, hint: "it is first used at \(first)")
        } else {
            ids[id] = location
        }
    }
}
