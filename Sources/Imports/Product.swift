/// One of the four tables of the register: what its rows are told apart by, and what they count.
enum Product: String, CaseIterable, Hashable, Sendable {
    /// Vehicles sold in the country.
    case sales = "ventas"
    /// Vehicles made.
    case production = "produccion"
    /// Vehicles sent abroad.
    case exports = "exportacion"
    /// Hybrid and electric vehicles sold, by state.
    case hybrids = "hibridos"

    /// What a column of a key holds.
    enum KeyKind: Hashable, Sendable {
        /// A text, under its name in the table for decks.
        case text(String)
        /// The number of a country, explained by a catalogue.
        case country(Catalogue.Kind)
        /// The two digits of a state.
        case state
    }

    /// A column that tells rows apart, beside the month.
    struct Key: Hashable, Sendable {
        /// Its name in INEGI's file.
        let source: String
        /// What it holds.
        let kind: KeyKind
    }

    /// A column that counts vehicles.
    struct Figure: Hashable, Sendable {
        /// Its name in INEGI's file.
        let source: String
        /// Its name in the table for decks.
        let name: String
    }

    /// The word for it in INEGI's names of files.
    var publishedWord: String {
        switch self {
        case .sales: "venta"
        case .production: "produccion"
        case .exports: "exportacion"
        case .hybrids: "hibrido"
        }
    }

    /// The columns that tell rows apart, beside year and month; the brand first, where there is one.
    var keys: [Key] {
        switch self {
        case .sales:
            Self.vehicle + [
                Key(source: "ORIGEN", kind: .text("origin")),
                Key(source: "ID_PAIS_ORIGEN", kind: .country(.origins)),
            ]
        case .production: Self.vehicle
        case .exports:
            Self.vehicle + [Key(source: "ID_PAIS_DESTINO", kind: .country(.destinations))]
        case .hybrids: [Key(source: "ID_ENTIDAD", kind: .state)]
        }
    }

    /// The columns that count vehicles.
    var figures: [Figure] {
        switch self {
        case .sales, .production, .exports: [Figure(source: "UNI_VEH", name: "units")]
        case .hybrids:
            [
                Figure(source: "VEH_ELECTR", name: "electric"),
                Figure(source: "VEH_HIBRIDAS_PLUGIN", name: "plug_in_hybrid"),
                Figure(source: "VEH_HIBRIDAS", name: "hybrid"),
            ]
        }
    }

    private static let vehicle = [
        Key(source: "MARCA", kind: .text("brand")),
        Key(source: "MODELO", kind: .text("model")),
        Key(source: "TIPO", kind: .text("type")),
        Key(source: "SEGMENTO", kind: .text("segment")),
    ]
}
