public import Scales

/// What is drawn along an axis.
///
/// ```swift
/// chart.chartYAxis {
///     AxisMarks(values: [0, 500, 1000], format: .grouped) {
///         AxisGridLine()
///         AxisValueLabel()
///     }
/// }
/// ```
///
/// Without braces lines run across the plot where that suits the marks; with braces they run where
/// an `AxisGridLine` stands in them. Labels and ticks belong to every axis.
public struct AxisMarks {
    private let values: AxisMarkValues
    private let label: AxisValueLabel
    /// What is drawn; `nil` for what suits the marks.
    private let marks: [any AxisMark]?

    private init(
        _ values: AxisMarkValues, _ label: AxisValueLabel, _ marks: [any AxisMark]? = nil
    ) {
        self.values = values
        self.label = label
        self.marks = marks
    }

    // MARK: - What suits the marks

    /// An axis with labels at values, in a format for numbers.
    ///
    /// - Parameters:
    ///   - values: those that are labelled.
    ///   - format: how they are printed; `nil` for as many digits as tell them apart.
    public init(values: some AxisMarkValueSet = .automatic, format: NumberFormat? = nil) {
        self.init(values.axisMarkValues, AxisValueLabel(format: format))
    }

    /// An axis with labels at values, in a format for dates.
    ///
    /// - Parameters:
    ///   - values: those that are labelled.
    ///   - format: how they are printed.
    ///   - groups: how the groups of dates are printed, once below: years under months.
    public init(
        values: some AxisMarkValueSet = .automatic, format: DateFormat,
        groups: DateFormat? = nil
    ) {
        self.init(values.axisMarkValues, AxisValueLabel(format: format, groups: groups))
    }

    /// An axis with labels at values, in a format by its specifier: `,.1f` for numbers, `%b %Y` for
    /// dates.
    ///
    /// - Throws: `NumberFormatError` or `DateFormatError` where the specifier is none.
    public init(values: some AxisMarkValueSet = .automatic, format: String) throws {
        self.init(values.axisMarkValues, try AxisValueLabel(format: format))
    }

    // MARK: - What is said

    /// An axis of what stands between the braces, in a format for numbers.
    public init(
        values: some AxisMarkValueSet = .automatic, format: NumberFormat? = nil,
        @AxisMarkBuilder content: () throws -> [any AxisMark]
    ) rethrows {
        self.init(values.axisMarkValues, AxisValueLabel(format: format), try content())
    }

    /// An axis of what stands between the braces, in a format for dates.
    public init(
        values: some AxisMarkValueSet = .automatic, format: DateFormat,
        groups: DateFormat? = nil, @AxisMarkBuilder content: () throws -> [any AxisMark]
    ) rethrows {
        self.init(
            values.axisMarkValues, AxisValueLabel(format: format, groups: groups),
            try content())
    }

    /// An axis of what stands between the braces, in a format by its specifier.
    ///
    /// - Throws: `NumberFormatError` or `DateFormatError` where the specifier is none; what the
    ///   content throws.
    public init(
        values: some AxisMarkValueSet = .automatic, format: String,
        @AxisMarkBuilder content: () throws -> [any AxisMark]
    ) throws {
        self.init(
            values.axisMarkValues, try AxisValueLabel(format: format), try content())
    }

    /// Takes over what is said; what is not said stays.
    func apply(to axis: inout AxisOptions) {
        axis.isShown = true
        axis.values = values.values
        label.apply(to: &axis)
        guard let marks else { return }
        axis.hasGrid = false
        for mark in marks { mark.apply(to: &axis) }
    }
}
