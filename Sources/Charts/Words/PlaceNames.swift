import Scales

/// What the places along a chart are called: categories, periods, days or numbers.
struct PlaceNames {
    /// What they are.
    let noun: PlaceNoun
    /// Whether they follow each other in time, or measure something.
    let isOrdered: Bool
    /// The names of slots, in order; empty where places are numbers or days.
    let slots: [String]
    private let dimension: Dimension
    private let format: NumberFormat
    private let words: Phrasebook

    /// The names along the direction of a chart that is no amount.
    init(_ data: PlotData, words: Phrasebook) {
        self.init(data.placeDimension, isX: !data.isHorizontal, data, words: words)
    }

    /// The names along one direction.
    init(_ dimension: Dimension, isX: Bool, _ data: PlotData, words: Phrasebook) {
        self.words = words
        self.dimension = dimension
        let axis = isX ? data.chart.xAxis : data.chart.yAxis
        let names: [ChannelName] = isX ? [.x, .xStart, .xEnd] : [.y, .yStart, .yEnd]
        let channels = data.chart.layers.flatMap { layer in
            names.compactMap { layer.channels[$0] }
        }
        switch dimension.kind {
        case .slots:
            let days = channels.allSatisfy(\.isDates) ? dimension.slots.map(\.key) : []
            let dates = days.compactMap { CivilDate(iso: $0) }
            let areDates = !days.isEmpty && dates.count == days.count
            let noun =
                areDates
                ? Self.noun(of: dates) : Self.noun(ofKeys: dimension.slots.map(\.key))
            slots = dimension.slots.map { slot in
                if areDates, slot.label == slot.key, let date = CivilDate(iso: slot.key) {
                    return Self.text(date, noun, words)
                }
                let isSaid = slot.group.isEmpty || slot.label.contains(slot.group)
                return (isSaid ? slot.label : "\(slot.label) \(slot.group)").spoken
            }
            self.noun = noun
            isOrdered = noun != .categories
            format = .plain
        case .days:
            noun = Self.noun(of: channels.flatMap(\.days))
            (isOrdered, slots, format) = (true, [], .plain)
        case .numbers:
            (noun, isOrdered, slots) = (.values, true, [])
            let values = channels.flatMap { $0.numbers ?? [] }.compactMap { $0 }
            let areYears = values.allSatisfy { $0 >= 1500 && $0 < 2200 && $0 == $0.rounded() }
            // Years have no thousands mark.
            format = axis.format ?? (areYears ? NumberFormat() : .plain)
        }
    }

    /// How many places there are, where they can be counted.
    var count: Int? { dimension.kind == .slots ? slots.count : nil }

    /// What a place is called; empty where it has no name.
    func callAsFunction(_ place: Double) -> String {
        guard place.isFinite else { return "" }
        switch dimension.kind {
        case .slots:
            guard place >= 0, place < Double(slots.count) else { return "" }
            return slots[Int(place)]
        case .days:
            let number = Int(max(-1e7, min(1e7, place)))
            return Self.text(CivilDate(dayNumber: number), noun, words)
        case .numbers: return format.text(place, locale: words.locale.number).trimmed
        }
    }

    // MARK: - Times

    /// What a chart's days stand for.
    private static func noun(of dates: [CivilDate]) -> PlaceNoun {
        switch CalendarUnit(of: dates) {
        case .year: .years
        case .quarter: .quarters
        case .month: .months
        case nil: .days
        }
    }

    /// What names stand for: years where all are numbers of years, periods where all tell one.
    private static func noun(ofKeys keys: [String]) -> PlaceNoun {
        let years = keys.map(year)
        guard !keys.isEmpty, !years.contains(nil) else { return .categories }
        return keys.allSatisfy { $0.utf8.count == 4 } ? .years : .periods
    }

    /// The year that a name tells: four digits from 1800 to 2199 that stand alone in it.
    static func year(_ name: String) -> Int? {
        let parts = name.split { !($0.isASCII && $0.isNumber) }
        return parts.lazy.filter { $0.utf8.count == 4 }.compactMap { Int($0) }
            .first { (1800..<2200).contains($0) }
    }

    /// A day as text: as much of it as tells it from its neighbours.
    static func text(_ date: CivilDate, _ noun: PlaceNoun, _ words: Phrasebook) -> String {
        let pattern =
            switch noun {
            case .years: "%Y"
            case .quarters: words.say("%qT %Y", "Q%q %Y")
            case .months: "%b %Y"
            case .days, .periods, .categories, .values: words.say("%-d %b %Y", "%b %-d, %Y")
            }
        guard let format = try? DateFormat(pattern) else { return date.description }
        return format.text(date, locale: words.locale.date)
    }
}
