import Diagnostics
import Tables

/// One of the register's lists of numbers and what they stand for.
struct Catalogue {
    /// The lists there are.
    enum Kind: CaseIterable, Hashable, Sendable {
        /// Countries that vehicles come from.
        case origins
        /// Countries that vehicles go to.
        case destinations
        /// States.
        case states
        /// Months, which need no list.
        case months

        /// The names of its two columns.
        var columns: (id: String, name: String) {
            switch self {
            case .origins: ("ID_PAIS_ORIGEN", "DESC_PAIS_ORIGEN")
            case .destinations: ("ID_PAIS_DESTINO", "DESC_PAIS_DESTINO")
            case .states: ("ID_ENTIDAD", "DESC_ENTIDAD")
            case .months: ("ID_MES", "DESCRIPCION_MES")
            }
        }
    }

    /// Which list it is.
    let kind: Kind
    /// The names by number; states by their two digits.
    let names: [String: String]
    /// When its publication was last changed; `nil` where nobody says.
    let vintage: CalendarDay?

    /// The list that a file is by the names of its columns; `nil` for none.
    static func kind(of columns: [String]) -> Kind? {
        Kind.allCases.first { columns.contains($0.columns.name) }
    }

    /// Reads a file.
    ///
    /// Throws `Diagnostics` with all mistakes, up to fifty.
    init(_ rows: CSVRows, _ file: PublishedFile, as kind: Kind, vintage: CalendarDay?) throws {
        var rows = rows
        let (id, name) = kind.columns
        guard let idColumn = rows.columns.firstIndex(of: id),
            let nameColumn = rows.columns.firstIndex(of: name)
        else {
            throw Diagnostic.error(
                "the catalogue has no column \(id)",
                at: SourceLocation(file: file.name, line: 1))
        }
        var names: [String: String] = [:]
        while rows.next() {
            guard let number = rows.integer(idColumn) else { continue }
            let key = kind == .states && number < 10 ? "0\(number)" : "\(number)"
            let name = rows.text(nameColumn).trimmed
            if let other = names[key], other != name {
                rows.report(
                    "number \(number) has two names, “\(other.excerpt)” and “\(name.excerpt)”",
                    in: nameColumn)
                continue
            }
            if !name.isEmpty { names[key] = name }
        }
        try rows.findings.throwIfErrors()
        self.kind = kind
        self.names = names
        self.vintage = vintage
    }
}

/// The names of countries and states: from catalogues, else from what is known without.
struct PlaceNames {
    private var names: [Catalogue.Kind: [String: String]] = [:]

    /// The names of catalogues; where they differ, those of the latest vintage.
    init(_ catalogues: [Catalogue]) {
        var chosen: [Catalogue.Kind: [String: (vintage: CalendarDay?, name: String)]] = [:]
        for catalogue in catalogues {
            for (id, name) in catalogue.names {
                let other = chosen[catalogue.kind]?[id]
                if let other, !isLater((catalogue.vintage, name), than: other) { continue }
                chosen[catalogue.kind, default: [:]][id] = (catalogue.vintage, name)
            }
        }
        names = chosen.mapValues { $0.mapValues(\.name) }
    }

    /// A country's name; `id 123` where nobody says.
    func country(_ id: String, in kind: Catalogue.Kind) -> String {
        names[kind]?[id] ?? Countries.country(id)?.name ?? "id \(id)"
    }

    /// A state's name.
    func state(_ code: String) -> String {
        names[.states]?[code] ?? States.names[code] ?? "id \(code)"
    }
}

/// Whether a name is of a later vintage; of equal ones the first in order is taken for it, so that
/// the order of files does not matter.
private func isLater(
    _ left: (vintage: CalendarDay?, name: String), than right: (vintage: CalendarDay?, name: String)
) -> Bool {
    switch (left.vintage, right.vintage) {
    case (let a?, let b?) where a != b: a > b
    case (_?, nil): true
    case (nil, _?): false
    default: left.name < right.name
    }
}
