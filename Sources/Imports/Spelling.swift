extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        var rest = self[...]
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest.drop(while: \.isWhitespace))
    }

    /// The beginning of the text, as long as a message bears.
    var excerpt: String { count > 60 ? prefix(60) + "…" : String(self) }
}

/// The ways of writing the same name that INEGI's files have, brought together.
///
/// Names come with spaces and hyphens at their ends (`Tacoma-` beside `Tacoma`), which are
/// trimmed, and in changing case (`SUV-` beside `Suv`).
struct Spelling {
    /// A name in the two forms that matter.
    struct Form: Hashable {
        /// As it is written into tables.
        let written: String
        /// As names are compared.
        let folded: String
    }

    private var forms: [String: Form] = [:]

    /// The forms of a name as it stands in a file.
    mutating func form(of name: String) -> Form {
        if let form = forms[name] { return form }
        var rest = name[...]
        while let last = rest.last, last.isWhitespace || last == "-" { rest.removeLast() }
        // A name of nothing else stays what it is.
        let written = rest.isEmpty ? name.trimmed : String(rest).trimmed
        let form = Form(written: written, folded: written.lowercased())
        forms[name] = form
        return form
    }

    /// The records of one month, with names of the same brand that differ by spelling alone made
    /// the same, and records that have the same key then added up.
    ///
    /// Of several spellings the first in order is written. The same name in another month, or of
    /// another brand, may keep its case: a file is not a dictionary of names.
    ///
    /// - Returns: the records in no order, and how many keys were added to others.
    mutating func joined(
        _ records: [[String]: Record], of product: Product
    ) -> (records: [[String]: Record], joined: Int) {
        let texts = product.keys.indices.filter { product.keys[$0].kind.isText }
        guard let brand = texts.first else { return (records, 0) }
        struct Name: Hashable {
            let column: Int
            let brand: String
            let folded: String
        }
        func name(_ column: Int, _ forms: [Form]) -> Name {
            Name(
                column: column, brand: column == brand ? "" : forms[brand].folded,
                folded: forms[column].folded)
        }
        var chosen: [Name: String] = [:]
        var known: [(forms: [Form], key: [String], record: Record)] = []
        known.reserveCapacity(records.count)
        for (key, record) in records {
            let forms = texts.map { form(of: key[$0]) }
            for column in texts {
                let name = name(column, forms)
                let written = forms[column].written
                if let other = chosen[name], other <= written { continue }
                chosen[name] = written
            }
            known.append((forms, key, record))
        }
        var joined: [[String]: Record] = [:]
        joined.reserveCapacity(records.count)
        for (forms, key, record) in known {
            var key = key
            for column in texts {
                key[column] = chosen[name(column, forms)] ?? forms[column].written
            }
            joined[key, default: .none(of: product)].add(record)
        }
        return (joined, records.count - joined.count)
    }
}

extension Product.KeyKind {
    fileprivate var isText: Bool {
        if case .text = self { true } else { false }
    }
}
