import Lamina

/// A map of Mexico with labels of cities.
struct CityMap {
    var chart: MapChart

    private static let style = TextStyle(family: "Inter", size: 10, color: Color(0x0B1F33))

    /// A map with the names of cities.
    init(_ states: FeatureCollection, _ cities: [City]) {
        chart = Self.chart(states, cities.map { ($0, $0.name) })
    }

    /// A map with made-up names of 4 to 30 letters for some of the forty cities.
    init(_ states: FeatureCollection, seed: UInt64) {
        var random = SplitMix64(seed: seed &+ 1)
        let letters = Array("abcdefghijlmnopqrstuvyzáéíóúñü ")
        let count = Int.random(in: 1...City.all.count, using: &random)
        let named = City.all.shuffled(using: &random).prefix(count).map { city in
            let length = Int.random(in: 4...30, using: &random)
            let name = (1..<length).reduce(into: "Á") { name, _ in
                name.append(letters[Int.random(in: letters.indices, using: &random)])
            }
            return (city, name)
        }
        chart = Self.chart(states, named)
    }

    private static func chart(_ states: FeatureCollection, _ named: [(City, String)]) -> MapChart {
        MapChart(
            regions: states.features.map { state in
                MapRegion(features: [state], fill: .color(Color(0xE2E7EE)), isLit: false)
            },
            fitted: states.features, projection: .mexico, border: Stroke(.white, width: 0.75),
            labels: named.map { city, name in
                MapLabel(
                    rows: [.init(name: city.name, runs: [TextRun(name, style)], place: city.place)],
                    pitch: 13)
            }, ink: Color(0x0B1F33), ground: .white)
    }
}

/// A city of Mexico and where it lies.
struct City {
    var name: String
    var place: GeoPoint

    private init(_ name: String, _ longitude: Double, _ latitude: Double) {
        self.name = name
        place = GeoPoint(longitude: longitude, latitude: latitude)
    }

    /// Forty known ones, many of them close to each other: those of the tests of maps.
    static let all = [
        City("Tijuana", -117.04, 32.53), City("Mexicali", -115.47, 32.65),
        City("Ensenada", -116.60, 31.87), City("La Paz", -110.31, 24.14),
        City("Nogales", -110.94, 31.31), City("Hermosillo", -110.96, 29.07),
        City("Ciudad Juárez", -106.42, 31.69), City("Chihuahua", -106.07, 28.63),
        City("Piedras Negras", -100.52, 28.70), City("Nuevo Laredo", -99.51, 27.48),
        City("Reynosa", -98.29, 26.05), City("Matamoros", -97.50, 25.87),
        City("Monterrey", -100.31, 25.67), City("Saltillo", -101.00, 25.42),
        City("Ramos Arizpe", -100.95, 25.54), City("Torreón", -103.45, 25.54),
        City("Culiacán", -107.39, 24.80), City("Durango", -104.67, 24.02),
        City("Zacatecas", -102.58, 22.77), City("San Luis Potosí", -100.98, 22.15),
        City("Tampico", -97.86, 22.25), City("Aguascalientes", -102.29, 21.88),
        City("León", -101.68, 21.12), City("Silao", -101.43, 20.94),
        City("Irapuato", -101.35, 20.68), City("Celaya", -100.81, 20.52),
        City("Querétaro", -100.39, 20.59), City("Guadalajara", -103.35, 20.67),
        City("Morelia", -101.19, 19.70), City("Pachuca", -98.74, 20.12),
        City("Toluca", -99.66, 19.29), City("Ciudad de México", -99.13, 19.43),
        City("Ecatepec", -99.05, 19.60), City("Cuernavaca", -99.22, 18.92),
        City("Puebla", -98.21, 19.04), City("Tlaxcala", -98.24, 19.32),
        City("Veracruz", -96.13, 19.17), City("Acapulco", -99.82, 16.85),
        City("Oaxaca", -96.73, 17.07), City("Mérida", -89.62, 20.97),
    ]
}

/// Random numbers that are the same in every run (Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
