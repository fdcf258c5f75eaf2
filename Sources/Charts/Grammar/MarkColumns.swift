import Graphics
import Scales

/// A layer while its marks are still coming in: values by column.
struct MarkColumns {
    /// The values of one channel.
    private struct Column {
        let name: ChannelName
        let label: String
        var kind: Kind
        // One of the three grows; as a payload of an enum it would be copied with each value.
        var numbers: [Double?] = []
        var names: [String] = []
        var dates: [CivilDate?] = []

        init(_ channel: PlottedChannel) {
            name = channel.name
            label = channel.label
            kind = Kind(channel.value)
        }

        func fits(_ channel: PlottedChannel) -> Bool {
            name == channel.name && kind == Kind(channel.value) && label == channel.label
        }

        mutating func append(_ value: PlottedValue) {
            switch value {
            case .number(let value): numbers.append(value)
            case .name(let value): names.append(value)
            case .date(let value): dates.append(value)
            }
        }

        var channel: Channel {
            switch kind {
            case .numbers: Channel(label, .numbers(numbers))
            case .names: Channel(label, .names(names))
            case .dates: Channel(label, .dates(dates))
            }
        }
    }

    /// What kind of values a channel has.
    enum Kind: Hashable {
        case numbers, names, dates

        init(_ value: PlottedValue) {
            switch value {
            case .number: self = .numbers
            case .name: self = .names
            case .date: self = .dates
            }
        }
    }

    /// What the marks of one layer agree in.
    struct Key: Hashable {
        private struct Heading: Hashable {
            var name: ChannelName
            var label: String
            var kind: Kind
        }

        private var mark: Layer.Mark
        private var stacking: Layer.Stacking?
        private var thickness: Double?
        private var innerRadius: Double
        private var shared: SharedLook
        private var line: Color?
        private var headings: [Heading]

        init(_ seed: MarkSeed, _ look: MarkLook) {
            mark = seed.mark
            stacking = seed.stacking
            thickness = seed.thickness
            innerRadius = seed.innerRadius
            shared = look.shared
            line = seed.mark.isContinuous ? look.color : nil
            headings = (seed.channels + look.channels).map {
                Heading(name: $0.name, label: $0.label, kind: Kind($0.value))
            }
        }
    }

    private let seed: MarkSeed
    private let shared: SharedLook
    private var columns: [Column]
    /// How many marks came in.
    private(set) var count = 0
    /// The colour of all marks so far.
    private var color: Color?
    /// A colour for each mark; empty while they have the same.
    private var colors: [Color?] = []
    /// What is particular to each mark; empty while nothing is.
    private var details: [Detail] = []
    private var labels = LabelWishes()
    private var unlabelled: [Int] = []
    private var ends = Wish<EndOptions>.none

    /// A layer that will hold marks like this one.
    init(like seed: MarkSeed, _ look: MarkLook) {
        self.seed = seed
        shared = look.shared
        color = look.color
        columns = (seed.channels + look.channels).map { Column($0) }
    }

    /// Whether a mark belongs to the layer.
    func fits(_ mark: MarkSeed, _ look: MarkLook) -> Bool {
        guard mark.mark == seed.mark, mark.stacking == seed.stacking,
            mark.thickness == seed.thickness, mark.innerRadius == seed.innerRadius,
            look.shared == shared, !mark.mark.isContinuous || look.color == color
        else { return false }
        let own = mark.channels.count
        guard columns.count == own + look.channels.count else { return false }
        for index in 0..<own where !columns[index].fits(mark.channels[index]) { return false }
        for index in look.channels.indices
        where !columns[own + index].fits(look.channels[index]) { return false }
        return true
    }

    /// Takes in a mark that fits.
    mutating func append(_ mark: MarkSeed, _ look: MarkLook) {
        let own = mark.channels.count
        for index in 0..<own { columns[index].append(mark.channels[index].value) }
        for index in look.channels.indices {
            columns[own + index].append(look.channels[index].value)
        }
        if !colors.isEmpty {
            colors.append(look.color)
        } else if look.color != color {
            colors = [Color?](repeating: color, count: count)
            colors.append(look.color)
        }
        let detail = look.detail ?? .plain
        if !details.isEmpty {
            details.append(detail)
        } else if look.detail != nil, detail != .plain {
            details = [Detail](repeating: .plain, count: count)
            details.append(detail)
        }
        if let wishes = look.labels { labels.merge(wishes) }
        // Who says that figures are not printed may still annotate.
        if look.isUnlabelled, detail.text == nil { unlabelled.append(count) }
        if let wish = look.ends { ends.merge(.one(wish)) }
        count += 1
    }

    /// The finished layer.
    var layer: Layer {
        var layer = Layer(seed.mark)
        for column in columns { layer.channels[column.name] = column.channel }
        shared.dress(&layer)
        layer.stacking = seed.stacking
        layer.thickness = seed.thickness
        layer.innerRadius = seed.innerRadius
        layer.labels = labels.options
        layer.ends = ends.value
        layer.color = colors.isEmpty ? color : nil
        if unlabelled.count == count, count > 0 { layer.labels.which = .none }
        layer.details = details(isUnlabelled: layer.labels.which == .none)
        return layer
    }

    /// Colours that differ, and labels that only some marks lack, are particular to the marks.
    private func details(isUnlabelled: Bool) -> [Detail] {
        let silent = isUnlabelled ? [] : unlabelled
        guard !colors.isEmpty || !silent.isEmpty else { return details }
        var result = details.isEmpty ? [Detail](repeating: .plain, count: count) : details
        for (index, color) in colors.enumerated() { result[index].color = color }
        for index in silent { result[index].text = "" }
        return result
    }
}

extension Layer.Mark {
    /// Whether neighbouring marks are parts of one shape, which has one colour.
    fileprivate var isContinuous: Bool { self == .line || self == .area }
}
