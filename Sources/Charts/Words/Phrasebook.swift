import Scales

/// The words of descriptions in the deck's language: Spanish, or English for all others.
///
/// Sentences are whole in both languages, side by side, so that an editor can read them. They say
/// what figures show and never why.
struct Phrasebook {
    /// How numbers and dates are written.
    let locale: DeckLocale
    private let isSpanish: Bool

    /// The words of a locale.
    init(_ locale: DeckLocale) {
        self.locale = locale
        isSpanish = locale.languageCode == "es"
    }

    /// The words of the language.
    func say(_ spanish: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        isSpanish ? spanish() : english()
    }

    // MARK: - Numbers and lists

    /// A whole number of things.
    func count(_ number: Int) -> String {
        NumberFormat.plain.text(Double(number), locale: locale.number)
    }

    /// A number of things with their name.
    func count(_ number: Int, _ one: (String, String), _ many: (String, String)) -> String {
        let name = number == 1 ? one : many
        return count(number) + " " + say(name.0, name.1)
    }

    /// A share of a whole as a percentage.
    func percent(_ share: Double, decimals: Int = 1, sign: NumberFormat.Sign = .minus) -> String {
        var format = NumberFormat()
        format.kind = .percent
        format.precision = decimals
        format.isTrimmed = true
        format.isGrouped = true
        format.sign = sign
        return format.text(share, locale: locale.number)
    }

    /// `A`, `A and B`, `A, B and C`; semicolons where items have commas of their own.
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let hasCommas = items.contains { $0.contains(", ") || $0.contains("; ") }
        let and = say(last.startsWithI ? "e" : "y", "and")
        let head = items.dropLast().joined(separator: hasCommas ? "; " : ", ")
        let comma = hasCommas ? ";" : items.count > 2 ? say("", ",") : ""
        return "\(head)\(comma) \(and) \(last)"
    }

    /// The first items of a list, and how many there are besides.
    func list(_ items: [String], most: Int) -> String {
        guard items.count > most + 1 else { return list(items) }
        let rest = items.count - most
        return list(items.prefix(most) + [say("\(count(rest)) más", "\(count(rest)) more")])
    }

    // MARK: - Kinds

    /// What kind of chart it is.
    func name(of form: ChartForm, isSingle: Bool) -> String {
        // Spain draws «gráficos», Mexico and its neighbours «gráficas».
        let chart = locale.tag == "es-ES" ? "Gráfico" : "Gráfica"
        let whole = percent(1, decimals: 0)
        switch form {
        case .bars: return say("\(chart) de barras", "Bar chart")
        case .groupedBars: return say("Barras agrupadas", "Grouped bar chart")
        case .stackedBars: return say("Barras apiladas", "Stacked bar chart")
        case .sharedBars: return say("Barras apiladas al \(whole)", "\(whole) stacked bar chart")
        case .rangedBars: return say("Barras de intervalos", "Range bar chart")
        case .waterfall: return say("Cascada", "Waterfall chart")
        case .lines: return say("\(chart) de líneas", "Line chart")
        case .areas: return say("\(chart) de áreas", "Area chart")
        case .stackedAreas: return say("Áreas apiladas", "Stacked area chart")
        case .sharedAreas: return say("Áreas apiladas al \(whole)", "\(whole) stacked area chart")
        case .dots: return say("\(chart) de puntos", "Dot plot")
        case .scatter: return say("\(chart) de dispersión", "Scatter plot")
        case .bubbles: return say("\(chart) de burbujas", "Bubble chart")
        case .pie:
            return say(
                locale.tag == "es-ES" ? "Gráfico de sectores" : "Gráfica de pastel", "Pie chart")
        case .donut: return say(locale.tag == "es-ES" ? "Gráfico de anillo" : "Dona", "Donut chart")
        case .heatMap: return say("Mapa de calor", "Heat map")
        case .cells: return say("Cuadrícula de colores", "Color grid")
        case .barsAndLines:
            return isSingle
                ? say("Barras y línea", "Bar and line chart")
                : say("Barras y líneas", "Bar and line chart")
        case .linesAndPoints: return say("\(chart) de líneas y puntos", "Line and point chart")
        case .mixed:
            return say(
                chart == "Gráfico" ? "Gráfico combinado" : "Gráfica combinada", "Combined chart")
        case .other: return say(chart, "Chart")
        }
    }

    /// What the amounts are counted in, as the end of a clause.
    func counted(in unit: String) -> String { say("en \(unit)", "in \(unit)") }

    /// What the amounts are counted in where they are percentages.
    var percentUnit: String { say("porcentaje", "percent") }

    // MARK: - Places

    /// A stretch from one name to another.
    func stretch(_ first: String, _ last: String) -> String {
        first == last ? first : say("\(first) a \(last)", "\(first) to \(last)")
    }

    /// A number of places with what they are.
    func count(_ number: Int, of noun: PlaceNoun) -> String {
        switch noun {
        case .years: count(number, ("año", "year"), ("años", "years"))
        case .quarters: count(number, ("trimestre", "quarter"), ("trimestres", "quarters"))
        case .months: count(number, ("mes", "month"), ("meses", "months"))
        case .days: count(number, ("día", "day"), ("días", "days"))
        case .periods: count(number, ("periodo", "period"), ("periodos", "periods"))
        case .categories: count(number, ("categoría", "category"), ("categorías", "categories"))
        case .values: count(number, ("valor", "value"), ("valores", "values"))
        }
    }

    /// A sentence about what the chart covers, for times and numbers.
    func covers(_ count: String, _ first: String, _ last: String) -> String {
        first == last
            ? say("Corresponde a \(first).", "It is for \(first).")
            : say(
                "Abarca \(count), de \(first) a \(last).",
                "It covers \(count), from \(first) to \(last).")
    }

    /// A sentence about how many categories there are; with the first and the last where they are
    /// not listed one by one.
    func shows(_ count: String, from first: String, to last: String, isListed: Bool) -> String {
        isListed
            ? say("Muestra \(count).", "It shows \(count).")
            : say(
                "Muestra \(count), de \(first) a \(last).",
                "It shows \(count), from \(first) to \(last).")
    }

    /// A sentence about the series.
    func compares(_ names: [String]) -> String {
        let series = count(names.count, ("serie", "series"), ("series", "series"))
        return say(
            "Compara \(series): \(list(names, most: 6)).",
            "It compares \(series): \(list(names, most: 6)).")
    }
}

/// What the places along a chart are.
enum PlaceNoun: Hashable {
    case years
    case quarters
    case months
    case days
    case periods
    case categories
    case values
}

extension String {
    /// Whether Spanish says «e» rather than «y» before it: an i sound, but not the diphthong «hie».
    fileprivate var startsWithI: Bool {
        let start = prefix(3).lowercased()
        if start.hasPrefix("hi") { return !start.hasPrefix("hie") && !start.hasPrefix("hia") }
        if start.hasPrefix("í") || start.hasPrefix("hí") { return true }
        return start.hasPrefix("i") && !start.hasPrefix("ie") && !start.hasPrefix("io")
    }
}
