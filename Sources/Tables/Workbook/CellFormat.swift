/// What a number format makes of a number.
enum CellFormat: Hashable {
    /// A number remains one.
    case number
    /// A number is shown a hundred times as large, with a percent sign.
    case percent
    /// A day, perhaps with a time.
    case day
    /// A time of day.
    case time
    /// Hours, minutes and seconds, as many as there are.
    case duration

    /// A format by its number, where it is one that files do not write out (ECMA-376, 18.8.30).
    init(builtIn number: Int) {
        switch number {
        case 9, 10: self = .percent
        case 14...17, 22: self = .day
        case 18...21, 45, 47: self = .time
        case 46: self = .duration
        default: self = .number
        }
    }

    /// A format by its code: what has a percent sign is a share, what has a year, a day or a month without hours is a day.
    init(code: String) {
        var letters: Set<Character> = []
        var isDuration = false
        var rest = code[...]
        scan: while let character = rest.popFirst() {
            switch character {
            // Other sections are for negative numbers, zero and texts.
            case ";": break scan
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let word = rest.prefix { $0 != "]" }.lowercased()
                rest = rest.dropFirst(word.count + 1)
                if let first = word.first, "hms".contains(first), word.allSatisfy({ $0 == first }) {
                    isDuration = true
                }
            default: letters.formUnion(character.lowercased())
            }
        }
        // `General` has an `a`, an `e` and an `l`, and no letter of a day.
        let hasTime = letters.contains("h") || letters.contains("s")
        if letters.contains("%") {
            self = .percent
        } else if letters.contains("y") || letters.contains("d") {
            self = .day
        } else if isDuration {
            self = .duration
        } else if hasTime {
            self = .time
        } else {
            self = letters.contains("m") ? .day : .number
        }
    }
}
