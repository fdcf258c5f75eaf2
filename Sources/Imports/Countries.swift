/// The countries that are known without a catalogue, by INEGI's number.
enum Countries {
    /// A country's name in INEGI's words, and its three letters of ISO 3166-1, by which maps are
    /// joined.
    struct Country: Hashable, Sendable {
        /// INEGI's name.
        let name: String
        /// The three letters.
        let iso3: String
    }

    /// The country with a number of INEGI's; `nil` for those that only a catalogue names.
    ///
    /// Those that sales in Mexico of 2022 to 2024 came from, and the first destinations of exports.
    static func country(_ id: String) -> Country? { byNumber[id] }

    private static let byNumber: [String: Country] = [
        "1": Country(name: "México", iso3: "MEX"),
        "4": Country(name: "Alemania", iso3: "DEU"),
        "12": Country(name: "Argentina", iso3: "ARG"),
        "17": Country(name: "Austria", iso3: "AUT"),
        "23": Country(name: "Bélgica", iso3: "BEL"),
        "31": Country(name: "Brasil", iso3: "BRA"),
        "40": Country(name: "Canadá", iso3: "CAN"),
        "42": Country(name: "Chile", iso3: "CHL"),
        "43": Country(name: "China", iso3: "CHN"),
        "46": Country(name: "Colombia", iso3: "COL"),
        "48": Country(name: "Corea del Sur", iso3: "KOR"),
        "60": Country(name: "Emiratos Árabes Unidos", iso3: "ARE"),
        "62": Country(name: "Eslovaquia", iso3: "SVK"),
        "64": Country(name: "España", iso3: "ESP"),
        "66": Country(name: "Estados Unidos", iso3: "USA"),
        "74": Country(name: "Francia", iso3: "FRA"),
        "94": Country(name: "Hungría", iso3: "HUN"),
        "95": Country(name: "India", iso3: "IND"),
        "96": Country(name: "Indonesia", iso3: "IDN"),
        "124": Country(name: "Italia", iso3: "ITA"),
        "126": Country(name: "Japón", iso3: "JPN"),
        "177": Country(name: "Polonia", iso3: "POL"),
        "179": Country(name: "Puerto Rico", iso3: "PRI"),
        "181": Country(name: "Reino Unido", iso3: "GBR"),
        "184": Country(name: "República Checa", iso3: "CZE"),
        "209": Country(name: "Suecia", iso3: "SWE"),
        "214": Country(name: "Tailandia", iso3: "THA"),
        "227": Country(name: "Turquía", iso3: "TUR"),
    ]
}
