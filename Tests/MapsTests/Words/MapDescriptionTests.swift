import Maps
import Scales
import TestSupport
import Testing

private typealias Facts = MapDescription.Facts

private let states = MapNoun(one: "estado", many: "estados")
private let english = MapNoun(one: "state", many: "states")

/// Five states with figures, and others without.
private func sales(_ locale: DeckLocale, missing: [String]) -> Facts {
    let known = [
        ("Puebla", 1960.0, "1,960"), ("Ciudad de México", 15_215, "15,215"),
        ("Estado de México", 7512, "7,512"), ("Nuevo León", 5020, "5,020"),
        ("Jalisco", 4603, "4,603"),
    ]
    return Facts(
        title: locale == .esMX ? "Ventas de H&E" : "Sales of H&E",
        measure: locale == .esMX ? "unidades" : "units",
        areas: known.map { .init($0.0, value: $0.1, text: $0.2) } + missing.map { .init($0) },
        areaNoun: locale == .esMX ? states : english, locale: locale)
}

private let plants = [
    Facts.Pin(
        "Silao", detail: "General Motors", kinds: ["vehículos", "motores"], group: "Guanajuato"),
    Facts.Pin("Irapuato", detail: "Ford", kinds: ["transmisiones"], group: "Guanajuato"),
    Facts.Pin("Tecate", detail: "Toyota", kinds: ["vehículos"], group: "Baja California"),
    Facts.Pin("Pesquería", detail: "marca n.d.", group: "Nuevo León"),
]

// MARK: - Choropleths

@Test func aChoroplethTellsItsMostAndItsLeast() {
    let told = MapDescription(sales(.esMX, missing: ["Hidalgo", "Colima", "Sonora"]))
    #expect(
        told.long == """
            Mapa coroplético: Ventas de H&E, en unidades. Muestra datos de 5 de 8 estados. \
            Los valores más altos: 15,215 (Ciudad de México), 7,512 (Estado de México) y \
            5,020 (Nuevo León). El valor más bajo: 1,960 (Puebla). \
            Sin dato: 3 estados (Hidalgo, Colima y Sonora).
            """)
    #expect(
        told.short == """
            Mapa coroplético: Ventas de H&E, en unidades. \
            Máximo: 15,215 (Ciudad de México); mínimo: 1,960 (Puebla).
            """)
    let english = MapDescription(sales(.enUS, missing: ["Hidalgo", "Colima", "Sonora"]))
    #expect(
        english.long == """
            Choropleth map: Sales of H&E, in units. It shows figures for 5 of 8 states. \
            The highest values: 15,215 (Ciudad de México), 7,512 (Estado de México), and \
            5,020 (Nuevo León). The lowest value: 1,960 (Puebla). \
            No data: 3 states (Hidalgo, Colima, and Sonora).
            """)
}

@Test func manyAreasWithoutDataAreCounted() {
    let missing = (1...27).map { "E\($0)" }
    #expect(
        MapDescription(sales(.esMX, missing: missing)).long.hasSuffix("Sin dato: 27 estados."))
    #expect(
        MapDescription(sales(.enUS, missing: missing)).long.hasSuffix("No data: 27 states."))
    #expect(
        MapDescription(sales(.esMX, missing: ["Colima", "Hidalgo"])).long
            .hasSuffix("Sin dato: 2 estados (Colima e Hidalgo)."))
    #expect(
        MapDescription(sales(.esMX, missing: ["Colima"])).long.hasSuffix(
            "Sin dato: 1 estado (Colima)."))
    #expect(MapDescription(sales(.esMX, missing: [])).long.contains("Muestra datos de 5 estados."))
    // A region without a name cannot be named.
    #expect(MapDescription(sales(.esMX, missing: [""])).long.hasSuffix("Sin dato: 1 estado."))
}

@Test func tiesStandTogether() {
    let areas = [
        ("A", 9.0), ("B", 7), ("C", 7), ("D", 7), ("E", 2), ("F", 0), ("G", 0),
    ].map { Facts.Area($0.0, value: $0.1) }
    #expect(
        MapDescription(Facts(areas: areas, locale: .esMX)).long == """
            Mapa coroplético. Muestra datos de 7 regiones. \
            Los valores más altos: 9 (A) y 7 (B, C y D). El valor más bajo: 0 (F y G).
            """)
    #expect(
        MapDescription(Facts(areas: areas, locale: .enUS)).long == """
            Choropleth map. It shows figures for 7 regions. \
            The highest values: 9 (A) and 7 (B, C, and D). The lowest value: 0 (F and G).
            """)
    let zeros = (1...30).map { Facts.Area("M\($0)", value: 0) } + [Facts.Area("Z", value: 3)]
    #expect(
        MapDescription(Facts(areas: zeros, locale: .esMX)).long == """
            Mapa coroplético. Muestra datos de 31 regiones. \
            De mayor a menor: 3 (Z) y 0 (M1, M2, M3, M4 y 26 más).
            """)
}

@Test func fewAreasNeedNoExtremes() {
    let one = Facts(areas: [.init("Puebla", value: 4)], locale: .esMX)
    #expect(
        MapDescription(one).long
            == "Mapa coroplético. Muestra datos de 1 región. El único valor: 4 (Puebla).")
    #expect(MapDescription(one).short == "Mapa coroplético. El único valor: 4 (Puebla).")
    let equal = Facts(
        areas: [.init("A", value: 4), .init("B", value: 4)], areaNoun: english, locale: .enUS)
    #expect(
        MapDescription(equal).long
            == "Choropleth map. It shows figures for 2 states. The 2 values are equal: 4.")
    let none = Facts(areas: [.init("A"), .init("B", value: .nan)], locale: .esMX)
    #expect(MapDescription(none).long == "Mapa coroplético. Ningún dato para 2 regiones.")
    let empty = Facts(areas: [.init("A"), .init("B")], areasHaveValues: true, locale: .enUS)
    #expect(MapDescription(empty).long == "Choropleth map. No data for 2 regions.")
    #expect(MapDescription(empty).short == "Choropleth map. No data for 2 regions.")
}

// MARK: - Pins

@Test func pinsAreToldByKindAndByState() {
    var facts = Facts(
        title: "Plantas de fabricación",
        areas: ["Baja California", "Guanajuato", "Nuevo León"].map { .init($0) }, areaNoun: states,
        pins: plants, pinNoun: MapNoun(one: "planta", many: "plantas"), groupNoun: states,
        locale: .esMX)
    let told = MapDescription(facts)
    #expect(
        told.long == """
            Mapa de plantas: Plantas de fabricación. Muestra 4 plantas en 3 estados. \
            Por tipo: vehículos (2), motores (1) y transmisiones (1). \
            Guanajuato (2): Silao (General Motors) e Irapuato (Ford). \
            Baja California (1): Tecate (Toyota). Nuevo León (1): Pesquería (marca n.d.).
            """)
    #expect(
        told.short
            == """
            Mapa de plantas: Plantas de fabricación. Muestra 4 plantas en 3 estados. \
            Por tipo: vehículos (2), motores (1) y transmisiones (1).
            """.prefix(told.short.count))
    facts.areas.append(.init("Puebla"))
    #expect(
        MapDescription(facts).long.contains(
            "Destaca 4 estados: Baja California, Guanajuato, Nuevo León y Puebla."))
    facts.locale = .enUS
    facts.pinNoun = nil
    facts.groupNoun = english
    facts.areas = []
    #expect(
        MapDescription(facts).long == """
            Map of places: Plantas de fabricación. It shows 4 places in 3 states. \
            By kind: vehículos (2), motores (1), and transmisiones (1). \
            Guanajuato (2): Silao (General Motors) and Irapuato (Ford). \
            Baja California (1): Tecate (Toyota). Nuevo León (1): Pesquería (marca n.d.).
            """)
}

@Test func pinsWithoutAGroupAreListed() {
    let pins = ["Toluca", "Puebla", "Irapuato"].map { Facts.Pin($0) }
    #expect(
        MapDescription(Facts(pins: pins, locale: .esMX)).long
            == "Mapa de lugares. Muestra 3 lugares. Son: Toluca, Puebla e Irapuato.")
    #expect(
        MapDescription(Facts(pins: Array(pins.prefix(1)), locale: .enUS)).long
            == "Map of places. It shows 1 place. Toluca.")
}

@Test func manyPinsAreCounted() {
    let pins = (0..<200).map { index in
        Facts.Pin("P\(index)", group: "G\(index * index % 17)")
    }
    let told = MapDescription(Facts(pins: pins, groupNoun: states, locale: .esMX)).long
    #expect(told.hasPrefix("Mapa de lugares. Muestra 200 lugares en 9 estados. Por estado: G"))
    #expect(!told.contains("P1") && told.utf8.count < 400)
}

// MARK: - Symbols, categories, regions

@Test func symbolsTellTheLargest() {
    let symbols = [("A", 5.0), ("B", 50), ("C", 20), ("D", 10), ("E", 5)].map {
        Facts.Symbol($0.0, value: $0.1)
    }
    let facts = Facts(
        title: "Ventas", symbols: symbols + [.init("F", value: nil)], symbolMeasure: "unidades",
        locale: .esMX)
    #expect(
        MapDescription(facts).long == """
            Mapa de símbolos proporcionales: Ventas, en unidades. \
            Muestra 6 símbolos; su área es proporcional al valor (unidades). \
            Los símbolos más grandes: 50 (B), 20 (C) y 10 (D). \
            Los símbolos más pequeños: 5 (A y E). Sin dato: 1 símbolo (F).
            """)
    let one = Facts(symbols: [.init("A", value: 3)], locale: .enUS)
    #expect(
        MapDescription(one).long == """
            Proportional symbol map. It shows 1 symbol; its area is proportional to the value. \
            The only value: 3 (A).
            """)
    let none = Facts(symbols: [.init("A", value: nil)], locale: .enUS)
    #expect(MapDescription(none).long.hasSuffix("No symbol has data."))
}

@Test func categoriesTellTheirAreas() {
    let areas = [
        Facts.Area("Sonora", category: "norte"), Facts.Area("Oaxaca", category: "sur"),
        Facts.Area("Coahuila", category: "norte"), Facts.Area("Colima"),
    ]
    let facts = Facts(title: "Zonas", areas: areas, areaNoun: states, locale: .esMX)
    #expect(
        MapDescription(facts).long == """
            Mapa de categorías: Zonas. Clasifica 4 estados. \
            Norte: 2 estados (Sonora y Coahuila). Sur: 1 estado (Oaxaca). Sin dato: 1 estado (Colima).
            """)
    #expect(
        MapDescription(facts).short
            == "Mapa de categorías: Zonas. Norte (2) y sur (1). Muestra 4 estados.")
    #expect(
        MapDescription(Facts(areas: areas, areaNoun: english, locale: .enUS)).long == """
            Category map. It classifies 4 states. Norte: 2 states (Sonora and Coahuila). \
            Sur: 1 state (Oaxaca). No data: 1 state (Colima).
            """)
}

@Test func regionsAreNamed() {
    let areas = ["Sonora", "Oaxaca"].map { Facts.Area($0) }
    #expect(
        MapDescription(Facts(areas: areas, areaNoun: states, locale: .esMX)).long
            == "Mapa de estados. Muestra 2 estados: Sonora y Oaxaca.")
    let many = (1...40).map { Facts.Area("R\($0)") }
    #expect(MapDescription(Facts(areas: many, locale: .enUS)).long.hasSuffix("and 28 more."))
    #expect(
        MapDescription(Facts(areas: many, locale: .enUS)).short
            .hasPrefix("Map of regions. It shows 40 regions: R1, R2"))
    let long = (1...40).map { Facts.Area("Regierungsbezirk \($0)") }
    #expect(
        MapDescription(Facts(areas: long, locale: .enUS)).short
            == "Map of regions. It shows 40 regions.")
}

// MARK: - Whatever the facts

@Test func aMapOfNothingIsStillCalledAMap() {
    let told = MapDescription(Facts(locale: .esMX))
    #expect(told.short == "Mapa." && told.long == "Mapa.")
    #expect(MapDescription(Facts(title: "¿Dónde?", locale: .enUS)).long == "Map: ¿Dónde?")
}

@Test func shortTextsAreShortAndNeverEmpty() {
    var random = SplitMix64(seed: 21)
    let word = { (length: Int) in String(repeating: "palabra ", count: length) }
    for round in 0..<300 {
        let facts = Facts(
            title: round % 7 == 0
                ? String(repeating: "x", count: 300) : word(Int.random(in: 0...30, using: &random)),
            measure: word(round % 3),
            areas: (0..<Int.random(in: 0...12, using: &random)).map { index in
                Facts.Area(
                    index % 5 == 0 ? "" : word(index % 4) + "\(index)",
                    value: round % 2 == 0 && index % 3 > 0 ? Double(index / 4) : nil,
                    category: round % 5 == 1 ? "c\(index % 3)" : "")
            },
            areaNoun: round % 11 == 0 ? MapNoun(one: "", many: word(20)) : nil,
            pins: (0..<Int.random(in: 0...80, using: &random)).map { index in
                Facts.Pin("p\(index)", kinds: index % 2 == 0 ? ["k"] : [], group: "g\(index % 4)")
            },
            symbols: (0..<round % 4).map { .init("s\($0)", value: $0 == 2 ? nil : Double($0)) },
            locale: round % 2 == 0 ? .esMX : .enUS)
        let told = MapDescription(facts)
        #expect(!told.short.isEmpty && told.short.utf16.count <= MapDescription.mostShort)
        #expect(!told.long.isEmpty && !told.long.contains("  ") && told.long.utf8.count < 6000)
        #expect(told == MapDescription(facts))
    }
}
