import Scales

@testable import Charts

/// A chart of each form, in Spanish and in English, as decks have them.
enum WordExample: String, CaseIterable {
    case rankedBars
    case keyBar
    case barsOverYears
    case groupedBars
    case stackedBars
    case stackOfTwo
    case shares
    case rangedBars
    case waterfall
    case line
    case longLine
    case lines
    case percentLine
    case lineAcrossZero
    case area
    case dots
    case scatter
    case pie
    case donut
    case heatMap
    case barsAndLine
    case manyBars
    case manyStacks
    case manyCells
    case single
    case equal
    case unknown
    case broken

    /// The chart in a language.
    func chart(_ locale: DeckLocale) -> Chart {
        let isSpanish = locale.languageCode == "es"
        let say = { (spanish: String, english: String) in isSpanish ? spanish : english }
        let make = { (layers: [Layer], title: String, unit: String) -> Chart in
            WordSamples.chart(layers, locale, title: title, unit: unit)
        }
        let units = say("unidades", "units")
        switch self {
        case .rankedBars:
            return make(
                [
                    WordSamples.bars(
                        [
                            say("Estados Unidos", "United States"), "Canadá",
                            say("Alemania", "Germany"), "Colombia",
                        ],
                        [1_195_467, 88_232, nil, 25_101])
                ], say("Exportación por destino", "Exports by destination"), units)
        case .keyBar:
            return make(
                [
                    WordSamples.bars(
                        [
                            say("Petroleras", "Oil"), say("Automotrices", "Automotive"),
                            say("Otras", "Other"),
                        ],
                        [33_163, 188_942, 370_901],
                        details: [.plain, Detail(isKey: true), Detail(standing: .derived)])
                ], say("Exportaciones por origen", "Exports by origin"),
                say("(millones de dólares)", "(million dollars)"))
        case .barsOverYears:
            var chart = make(
                [WordSamples.bars(["2019", "2020", "2021", "2022"], [104, 88.5, 96, 120.5])],
                say("Ventas", "Sales"), say("miles", "thousands"))
            chart.comparisons = [
                Comparison(.growth, from: "2019", to: "2022"),
                Comparison(from: "2022", to: "2021"),
            ]
            return chart
        case .groupedBars:
            let layer = WordSamples.series(
                .bar, [say("Norte", "North"), say("Centro", "Center"), say("Sur", "South")],
                [
                    say("Turno 1", "Shift 1"): [10, 20, 15],
                    say("Turno 2", "Shift 2"): [12, 18, nil],
                ],
                isGrouped: true)
            return make([layer], say("Paros por planta", "Stoppages by plant"), "")
        case .stackedBars:
            let layer = WordSamples.series(
                .bar, ["2021", "2022", "2023"],
                [
                    say("Gasolina", "Gasoline"): [901, 850, 805],
                    say("Híbridos", "Hybrids"): [42, 61, 98],
                    say("Eléctricos", "Electric"): [8, 14, 27],
                ])
            return make(
                [layer], say("Ventas por motor", "Sales by engine"), say("miles", "thousands"))
        case .stackOfTwo:
            let layer = WordSamples.series(
                .bar, ["Balanza automotriz", "Remesas + Turismo"],
                ["": [107_965, nil], "Remesas": [nil, 63_313], "Turismo": [nil, 30_809]])
            var chart = make(
                [WordSamples.known(layer)], say("Divisas de 2023", "Foreign currency 2023"), "MDD")
            chart.comparisons = [
                Comparison(from: "Balanza automotriz", to: "Remesas + Turismo", text: "+13,843*")
            ]
            return chart
        case .shares:
            var layer = WordSamples.series(
                .bar, ["2022", "2023"],
                [say("Gasolina", "Gasoline"): [850, 805], say("Híbridos", "Hybrids"): [61, 98]])
            layer.stacking = .normalized
            layer.labels.format = nil
            return make([layer], say("Mezcla de ventas", "Sales mix"), "")
        case .rangedBars:
            var layer = WordSamples.bars(["A", "B", "C"], [3, 4, 10])
            layer.channels[.yStart] = layer.channels[.y]
            layer.channels[.y] = nil
            layer.channels[.yEnd] = Channel("", .numbers([8, 6.5, nil]))
            return make([layer], say("Plazos de entrega", "Delivery times"), say("días", "days"))
        case .waterfall:
            var layer = WordSamples.bars(
                [
                    say("Inicio", "Start"), say("Ventas", "Sales"), say("Otros", "Other"),
                    say("Costos", "Costs"), say("Final", "End"),
                ],
                [100, 60, 20, -30, 150],
                details: [Detail(isTotal: true), .plain, .plain, .plain, Detail(isTotal: true)])
            layer.stacking = .waterfall
            return make([layer], say("Flujo de caja", "Cash flow"), "MDP")
        case .line:
            let values: [Double?] = [4200, 4500, nil, 5000, 3412, nil, nil, nil, 8000, 9876]
            let layer = WordSamples.months(
                values, from: WordSamples.day("2023-07"),
                details: values.indices.map { Detail(standing: $0 > 7 ? .preliminary : .firm) })
            return make([layer], say("Ventas de híbridos", "Sales of hybrids"), units)
        case .longLine:
            let values = (0..<60).map { index -> Double? in
                let rise = Double(index) * 10
                let wave = [0.0, 120, 260, 380, 460, 300, 140, 40, -60, -30]
                return 1000 + rise + wave[index / 6]
            }
            return make(
                [WordSamples.months(values, from: WordSamples.day("2019-01"))],
                say("Producción mensual", "Monthly production"), say("miles", "thousands"))
        case .lines:
            let layer = WordSamples.series(
                .line, ["2019", "2020", "2021", "2022", "2023"],
                [
                    say("Producción", "Production"): [3750, 3040, 2979, 3308, 3779],
                    say("Exportación", "Exports"): [3333, 2682, nil, 2865, 3301],
                ])
            return make(
                [layer], say("Vehículos ligeros", "Light vehicles"),
                say("miles de unidades", "thousands of units"))
        case .percentLine:
            return make(
                [
                    WordSamples.months(
                        [0.031, 0.035, 0.042], from: WordSamples.day("2023-01"), format: ".1%")
                ],
                say("Crecimiento anual", "Annual growth"), "")
        case .lineAcrossZero:
            return make(
                [WordSamples.months([-5, 3, 20], from: WordSamples.day("2023-01"))],
                say("Saldo", "Balance"), "MDD")
        case .area:
            var layer = WordSamples.series(
                .area, ["2021", "2022", "2023"],
                [say("Norte", "North"): [5, 6, 7], say("Sur", "South"): [3, 4, 9]])
            layer.labels.format = nil
            return make([layer], say("Plantas", "Plants"), "")
        case .dots:
            var layer = WordSamples.bars(["A", "B", "C", "D"], [5, 3, 8, 8])
            layer.mark = .point
            return make([layer], say("Calidad por planta", "Quality by plant"), "")
        case .scatter:
            let layer = WordSamples.points(
                [10, 12, 13, 15, 16, 18, 20, 22, 25, 30], [90, 85, 86, 70, 72, 60, 55, 50, 41, 30])
            return make([layer], say("Ventas según precio", "Sales against price"), "")
        case .pie:
            return make(
                [
                    WordSamples.sectors(
                        [
                            say("Ligeros", "Light"): 120, say("Pesados", "Heavy"): 60,
                            say("Otros", "Other"): 20,
                        ],
                        format: ",")
                ], say("Flota", "Fleet"), units)
        case .donut:
            var layer = WordSamples.sectors(
                [
                    say("Gasolina", "Gasoline"): 0.05, say("Híbridos", "Hybrids"): 0.85,
                    say("Eléctricos", "Electric"): 0.1,
                ], format: ".0%")
            layer.innerRadius = 0.6
            var chart = make([layer], say("Mezcla", "Mix"), "")
            chart.center = ChartCenter(figure: "85%", label: say("Híbridos", "Hybrids"))
            return chart
        case .heatMap:
            let layer = WordSamples.cells(
                [say("Norte", "North"): [1, 2, nil], say("Sur", "South"): [4, 5, 9]],
                columns: ["2021", "2022", "2023"])
            return make([layer], say("Paros", "Stoppages"), "")
        case .barsAndLine:
            var line = WordSamples.series(
                .line, ["2019", "2020", "2021"], [say("Precio", "Price"): [12, 13, 15]])
            line.isOnSecondAxis = true
            let rule = Layer(
                .rule, [.y: Channel("", .numbers([1200]))],
                details: [Detail(text: say("Meta", "Target"))])
            let band = Layer(
                .rectangle,
                [.xStart: Channel("", .names(["2020"])), .xEnd: Channel("", .names(["2021"]))],
                details: [Detail(text: say("Pandemia", "Pandemic"))])
            return make(
                [
                    WordSamples.series(
                        .bar, ["2019", "2020", "2021"],
                        [say("Ventas", "Sales"): [1000, 900, 1100]]),
                    line, rule, band,
                ], say("Ventas y precio", "Sales and price"), "")
        case .manyBars:
            let names = (1...40).map { say("Municipio \($0)", "District \($0)") }
            let values = (1...40).map { index -> Double? in
                index == 7 ? nil : Double(index * 37 % 41)
            }
            return make([WordSamples.bars(names, values)], say("Talleres", "Workshops"), "")
        case .manyStacks:
            let years = (2005...2023).map { "\($0)" }
            let layer = WordSamples.series(
                .bar, years,
                [
                    say("Norte", "North"): years.indices.map { Double(10 + $0) },
                    say("Sur", "South"): years.indices.map { Double(30 - $0) },
                ])
            return make([layer], say("Plantas", "Plants"), "")
        case .manyCells:
            let columns = (1...12).map { "\($0) h" }
            let layer = WordSamples.cells(
                [
                    say("Lunes", "Monday"): (1...12).map { Double($0 * 5 % 13) },
                    say("Martes", "Tuesday"): (1...12).map { Double($0 * 7 % 13) },
                    say("Jueves", "Thursday"): (1...12).map { Double($0 * 9 % 14) },
                ], columns: columns)
            return make([layer], say("Visitas", "Visits"), "")
        case .single:
            return make([WordSamples.bars(["2023"], [5])], say("Plantas", "Plants"), "")
        case .equal:
            return make([WordSamples.bars(["A", "B"], [5, 5])], say("Plantas", "Plants"), "")
        case .unknown:
            return make([WordSamples.bars(["A", "B"], [nil, nil])], say("Plantas", "Plants"), "")
        case .broken:
            return make([WordSamples.bars(["A", "A"], [1, 2])], say("Plantas", "Plants"), "")
        }
    }
}
