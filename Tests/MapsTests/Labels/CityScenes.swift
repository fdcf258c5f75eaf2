import Graphics
import Layout
import Maps
import TestSupport

/// A city of Mexico, its state's INEGI code and where it lies.
struct City {
    var name: String
    var state: String
    var place: GeoPoint

    init(_ name: String, _ state: String, _ longitude: Double, _ latitude: Double) {
        self.name = name
        self.state = state
        place = GeoPoint(longitude: longitude, latitude: latitude)
    }

    /// Forty known ones, many of them close to each other: the Bajío, the Valle de México, Puebla,
    /// Monterrey and Saltillo, the border.
    static let all = [
        City("Tijuana", "02", -117.04, 32.53), City("Mexicali", "02", -115.47, 32.65),
        City("Ensenada", "02", -116.60, 31.87), City("La Paz", "03", -110.31, 24.14),
        City("Nogales", "26", -110.94, 31.31), City("Hermosillo", "26", -110.96, 29.07),
        City("Ciudad Juárez", "08", -106.42, 31.69), City("Chihuahua", "08", -106.07, 28.63),
        City("Piedras Negras", "05", -100.52, 28.70), City("Nuevo Laredo", "28", -99.51, 27.48),
        City("Reynosa", "28", -98.29, 26.05), City("Matamoros", "28", -97.50, 25.87),
        City("Monterrey", "19", -100.31, 25.67), City("Saltillo", "05", -101.00, 25.42),
        City("Ramos Arizpe", "05", -100.95, 25.54), City("Torreón", "05", -103.45, 25.54),
        City("Culiacán", "25", -107.39, 24.80), City("Durango", "10", -104.67, 24.02),
        City("Zacatecas", "32", -102.58, 22.77), City("San Luis Potosí", "24", -100.98, 22.15),
        City("Tampico", "28", -97.86, 22.25), City("Aguascalientes", "01", -102.29, 21.88),
        City("León", "11", -101.68, 21.12), City("Silao", "11", -101.43, 20.94),
        City("Irapuato", "11", -101.35, 20.68), City("Celaya", "11", -100.81, 20.52),
        City("Querétaro", "22", -100.39, 20.59), City("Guadalajara", "14", -103.35, 20.67),
        City("Morelia", "16", -101.19, 19.70), City("Pachuca", "13", -98.74, 20.12),
        City("Toluca", "15", -99.66, 19.29), City("Ciudad de México", "09", -99.13, 19.43),
        City("Ecatepec", "15", -99.05, 19.60), City("Cuernavaca", "17", -99.22, 18.92),
        City("Puebla", "21", -98.21, 19.04), City("Tlaxcala", "29", -98.24, 19.32),
        City("Veracruz", "30", -96.13, 19.17), City("Acapulco", "12", -99.82, 16.85),
        City("Oaxaca", "20", -96.73, 17.07), City("Mérida", "31", -89.62, 20.97),
    ]
}

/// Maps of Mexico with labels of cities, made up from a seed.
struct CityScene {
    var chart: MapChart
    var frame = Rect(x: 30, y: 40, width: 560, height: 400)

    static let style = TextStyle(family: "Inter", size: 10, color: Ink.ink)

    /// A map of all states, those of `lit` in a colour that text cannot be read on.
    static func chart(lit: Set<String> = []) -> MapChart {
        MapChart(
            regions: MapFiles.mexico.features.map { feature in
                let isLit = lit.contains(feature.key("inegi") ?? "")
                return MapRegion(
                    features: [feature], fill: .color(isLit ? Ink.lit : Ink.land), isLit: isLit)
            }, fitted: MapFiles.mexico.features, projection: .mexico, border: Ink.border,
            ink: Ink.ink, ground: .white)
    }

    /// A line of text about a place.
    static func row(_ name: String, _ text: String, _ place: GeoPoint?) -> MapLabel.Row {
        MapLabel.Row(name: name, runs: [TextRun(text, style)], place: place)
    }

    /// Each of some cities with a label of its own.
    init(_ cities: [City], lit: Set<String> = []) {
        chart = Self.chart(lit: lit)
        chart.labels = cities.map { city in
            MapLabel(rows: [Self.row(city.name, city.name, city.place)], pitch: 13)
        }
    }

    /// Some of the forty cities, with generated names of 4 to 30 characters, in one of many styles.
    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func chance(_ share: Double) -> Bool { Double.random(in: 0...1, using: &random) < share }
        func word() -> String {
            let letters = Array("abcdefghijlmnopqrstuvyzáéíóúñü ")
            return String(
                (0..<Int.random(in: 4...30, using: &random)).map { index in
                    index == 0 ? "Á" : letters[Int.random(in: letters.indices, using: &random)]
                })
        }
        let share = Double.random(in: 0...1, using: &random)
        let count = 1 + Int(share * Double(City.all.count - 1) + 0.5)
        let cities = City.all.shuffled(using: &random).prefix(count)
        chart = Self.chart(lit: chance(0.5) ? Set(cities.map(\.state)) : [])
        var groups: [[MapLabel.Row]] = []
        var numbers: [String: Int] = [:]
        let byState = chance(0.4)
        for city in cities {
            for copy in 0..<(chance(0.1) ? 2 : 1) {
                let row = Self.row("\(city.name) \(copy)", word(), city.place)
                let key = byState ? city.state : city.name
                if let number = numbers[key] {
                    groups[number].append(row)
                } else {
                    numbers[key] = groups.count
                    groups.append([row])
                }
            }
        }
        let (priorities, nudges) = (chance(0.3) ? 3 : 1, chance(0.3) ? 0.15 : 0.0)
        chart.labels = groups.map { rows in
            MapLabel(
                heading: byState ? [TextRun("Estado", Self.style)] : [], rows: rows, pitch: 13,
                priority: Int.random(in: 0..<priorities, using: &random),
                nudge: chance(nudges)
                    ? Point(
                        .random(in: -60...60, using: &random), .random(in: -40...40, using: &random)
                    )
                    : nil)
        }
        if chance(0.3) {
            let bajío = City.all.filter { $0.state == "11" }.map(\.place)
            chart.insets.append(MapInset(name: "Bajío", .places(bajío), magnification: 4))
        }
        if chance(0.15) {
            let valley = GeoPoint(longitude: -99.1, latitude: 19.4)
            chart.insets.append(
                MapInset(name: "Valle", .around(valley, Size(70, 60)), magnification: 3.5))
        }
        if chance(0.3) {
            chart.key = MapKey(
                title: "Estados", parts: [.categories([.init("con planta", .color(Ink.lit))])],
                style: KeySamples.style)
        }
    }
}

/// The plant map of the AMIA deck: twenty-four labels of plants under the names of their states.
enum PlantMap {
    struct Plant {
        var heading: String
        var text: String
        var state: String
        var place: GeoPoint
        var signs: Int

        init(
            _ heading: String, _ text: String, _ state: String, _ longitude: Double,
            _ latitude: Double, _ signs: Int
        ) {
            self.heading = heading
            self.text = text
            self.state = state
            place = GeoPoint(longitude: longitude, latitude: latitude)
            self.signs = signs
        }
    }

    static let plants = [
        Plant("Baja California", "Tecate Toyota", "02", -116.63, 32.57, 1),
        Plant("Sonora", "Hermosillo Ford", "26", -110.96, 29.07, 1),
        Plant("Chihuahua", "Chihuahua Ford", "08", -106.07, 28.63, 1),
        Plant("Coahuila", "Ramos Arizpe General Motors", "05", -100.95, 25.54, 3),
        Plant("Coahuila", "Saltillo Stellantis", "05", -101.00, 25.42, 3),
        Plant("Nuevo León", "Pesquería KIA", "19", -100.05, 25.79, 1),
        Plant("Nuevo León", "Pesquería marca n.d.", "19", -100.05, 25.79, 1),
        Plant("San Luis Potosí", "San Luís Potosí BMW", "24", -100.98, 22.15, 1),
        Plant("San Luis Potosí", "San Luís Potosí General Motors", "24", -100.93, 21.80, 2),
        Plant("Guanajuato", "Guanajuato Volkswagen", "11", -101.46, 20.99, 1),
        Plant("Guanajuato", "Silao General Motors", "11", -101.43, 20.94, 3),
        Plant("Guanajuato", "Irapuato Ford", "11", -101.35, 20.68, 1),
        Plant("Guanajuato", "Salamanca Mazda", "11", -101.20, 20.57, 2),
        Plant("Guanajuato", "Apaseo el Grande Toyota", "11", -100.69, 20.55, 1),
        Plant("Guanajuato", "Celaya Honda", "11", -100.81, 20.52, 2),
        Plant("Puebla", "Puebla Volkswagen", "21", -98.21, 19.04, 2),
        Plant("Puebla", "San José Chiapa Audi", "21", -97.77, 19.23, 1),
        Plant("Aguascalientes", "Aguascalientes 1 y 2 Nissan", "01", -102.29, 21.88, 3),
        Plant("Aguascalientes", "Aguascalientes COMPAS", "01", -102.28, 21.75, 1),
        Plant("Jalisco", "El Salto Honda", "14", -103.18, 20.52, 1),
        Plant("Estado de México", "Cuautitlán Ford", "15", -99.22, 19.65, 1),
        Plant("Estado de México", "Toluca Stellantis", "15", -99.66, 19.29, 1),
        Plant("Estado de México", "Toluca General Motors", "15", -99.66, 19.29, 1),
        Plant("Morelos", "Civac Nissan", "17", -99.17, 18.92, 1),
    ]

    static let frame = Rect(x: 44, y: 84, width: 660, height: 396)

    static func chart(size: Double = 9.2) -> MapChart {
        var chart = CityScene.chart(lit: Set(plants.map(\.state)))
        chart.alignment = .left
        chart.margins = Insets(top: 22)
        chart.insets = [
            MapInset(
                name: "Bajío", .places(plants.filter { $0.state == "11" }.map(\.place)),
                magnification: 3.4)
        ]
        let style = TextStyle(family: "Inter", size: size, color: Ink.ink)
        let headings = plants.map(\.heading)
        chart.labels = headings.indices.filter { headings.firstIndex(of: headings[$0]) == $0 }
            .map { first in
                let rows = plants.enumerated().filter { $0.element.heading == headings[first] }
                return MapLabel(
                    heading: [TextRun(headings[first], style)],
                    rows: rows.map { number, plant in
                        MapLabel.Row(
                            name: "\(number) \(plant.text)",
                            signs: Array(
                                repeating: PinGlyph(shape: .circle, color: Ink.lit, ground: .white),
                                count: plant.signs),
                            runs: [TextRun(plant.text, style)], place: plant.place)
                    }, pitch: 13.5)
            }
        return chart
    }
}
