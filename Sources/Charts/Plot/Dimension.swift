import Scales

/// One direction of a plot: values to places.
///
/// Categories are numbered from zero and take a slot each, so that every value of a plot is a number:
/// marks need not know what a direction shows.
struct Dimension {
    /// What the direction shows.
    enum Kind: Hashable {
        /// Numbers.
        case numbers
        /// Days, counted.
        case days
        /// Categories, or periods of equal right.
        case slots
    }

    /// A category: what the data call it, what is printed, and what it belongs to.
    struct Slot: Hashable {
        var key: String
        var label: String
        var group = ""
    }

    private enum Form {
        case linear
        case log(LogScale)
        case squareRoot(SquareRootScale)
    }

    let kind: Kind
    let slots: [Slot]
    let domain: Extent
    /// Whether places run against the usual direction.
    let isReversed: Bool
    private(set) var range = Extent.unit
    private var form: Form
    private var slope = 1.0
    private var offset = 0.0

    /// Numbers or days.
    ///
    /// `nil` where a logarithm is asked for and the domain touches zero.
    init?(_ kind: Kind, domain: Extent, scale: ScaleOptions.Kind?, isReversed: Bool) {
        self.kind = kind
        slots = []
        self.isReversed = isReversed
        // Without extent there is no middle to be in: the one value stands in the middle.
        self.domain =
            domain.start == domain.end ? Extent(domain.start - 0.5, domain.end + 0.5) : domain
        switch scale {
        case .log:
            guard let log = LogScale(domain: domain, range: .unit) else { return nil }
            form = .log(log)
        case .squareRoot: form = .squareRoot(SquareRootScale(domain: domain, range: .unit))
        default: form = .linear
        }
        setRange(.unit)
    }

    /// Slots of equal width.
    ///
    /// - Parameter isEdgeToEdge: whether the first and the last slot's middles are the ends.
    init(slots: [Slot], isReversed: Bool, isEdgeToEdge: Bool = false) {
        kind = .slots
        self.slots = slots
        self.isReversed = isReversed
        let margin = isEdgeToEdge && slots.count > 1 ? 0 : 0.5
        domain = Extent(-margin, Double(max(slots.count, 1)) - 1 + margin)
        form = .linear
        setRange(.unit)
    }

    /// Where the domain's ends stand on the page, in points.
    mutating func setRange(_ range: Extent) {
        self.range = isReversed ? range.reversed : range
        let scale = LinearScale(domain: domain, range: self.range)
        offset = scale(0)
        slope = (scale(domain.end) - scale(domain.start)) / (domain.end - domain.start)
        switch form {
        case .linear: break
        case .log(var log):
            log.range = self.range
            form = .log(log)
        case .squareRoot(var root):
            root.range = self.range
            form = .squareRoot(root)
        }
    }

    /// The place of a value; not a number where there is none.
    func callAsFunction(_ value: Double) -> Double {
        switch form {
        case .linear: offset.isFinite && slope.isFinite ? offset + slope * value : place(value)
        case .log(let log): value.isNaN ? value : log(value)
        case .squareRoot(let root): value.isNaN ? value : root(value)
        }
    }

    /// For domains so wide that a slope overflows.
    private func place(_ value: Double) -> Double {
        value.isNaN ? value : LinearScale(domain: domain, range: range)(value)
    }

    /// The slot that a value numbers; `nil` where it numbers none.
    func slot(at value: Double) -> Slot? {
        guard let index = Int(exactly: value), slots.indices.contains(index) else { return nil }
        return slots[index]
    }

    /// Whether the middles of the first and the last slot are the ends.
    var isEdgeToEdge: Bool { kind == .slots && slots.count > 1 && domain.lower == 0 }

    /// The width of a slot in points; that of the whole range for numbers.
    var step: Double {
        abs(range.end - range.start) / (kind == .slots ? max(1, domain.upper - domain.lower) : 1)
    }

    /// Whether bars can start at zero: a logarithm has none.
    var hasZero: Bool {
        if case .log = form { return false }
        return domain.contains(0)
    }

    /// The value that bars grow from: zero, or the end of the domain nearest to it.
    var base: Double {
        if case .log = form { return domain.lower > 0 ? domain.lower : domain.upper }
        return domain.clamp(0)
    }

    /// Round numbers with room for their labels.
    func ticks(
        format: NumberFormat, locale: NumberLocale, count: Double, gap: Double,
        extent: (String) -> Double
    ) -> AxisTicks {
        switch form {
        case .linear:
            AxisTicks(
                LinearScale(domain: domain, range: range), format: format, locale: locale,
                count: count, gap: gap, extent: extent)
        case .log(let log):
            AxisTicks(
                log, format: format, locale: locale, count: count, gap: gap, extent: extent)
        case .squareRoot(let root):
            AxisTicks(
                root, format: format, locale: locale, count: count, gap: gap, extent: extent)
        }
    }

    /// Whether steps are ratios: there is no zero to begin at.
    var isLogarithmic: Bool {
        if case .log = form { return true }
        return false
    }
}
