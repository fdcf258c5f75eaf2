public import Scales

/// Where a label stands, as seen from its mark.
public typealias AnnotationPosition = LabelOptions.Position

/// What becomes of an annotation that has no room where it should stand.
public struct AnnotationOverflowResolution: Hashable, Sendable {
    /// What becomes of it in one direction.
    public enum Strategy: Hashable, Sendable, CaseIterable {
        /// It takes another place, as suits the mark.
        case automatic
        /// It is moved to where there is room.
        case fit
        /// Room is made for it; as charts do so by themselves, the same as `automatic`.
        case padScale
        /// It stays; what it would cover is reported.
        case disabled
    }

    /// What becomes of it from left to right.
    let x: Strategy
    /// What becomes of it from bottom to top.
    let y: Strategy

    /// It takes another place, as suits the mark.
    public static let automatic = AnnotationOverflowResolution()

    /// What becomes of it in each direction; it stays where both are `disabled`.
    public init(x: Strategy = .automatic, y: Strategy = .automatic) {
        self.x = x
        self.y = y
    }
}

/// Makes the text of an annotation.
///
/// Several texts stand on one line; without any, the mark has no label.
@resultBuilder
public enum AnnotationBuilder {
    /// A text.
    public static func buildExpression(_ text: String) -> String { text }
    /// Texts on one line.
    public static func buildBlock(_ texts: String...) -> String {
        texts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    /// What stands in an `if` without `else`.
    public static func buildOptional(_ text: String?) -> String { text ?? "" }
    /// What stands in the first of two branches.
    public static func buildEither(first text: String) -> String { text }
    /// What stands in the second of two branches.
    public static func buildEither(second text: String) -> String { text }
    /// What stands in a `for`.
    public static func buildArray(_ texts: [String]) -> String {
        texts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension ChartContent {
    /// Writes a text at marks, in place of their figures.
    ///
    /// ```swift
    /// PointMark(x: .value("Año", 2008), y: .value("PIB", 1_110))
    ///     .annotation(position: .top) { "máximo" }
    /// ```
    ///
    /// All labels of a layer stand at one side: where its marks ask for different ones, the placer
    /// chooses. An empty text means no label.
    ///
    /// - Parameters:
    ///   - position: the side of the mark.
    ///   - alignment: where the text stands along that side.
    ///   - spacing: from the mark to the text in points; `nil` for the usual distance.
    ///   - overflowResolution: what becomes of it where there is no room.
    public func annotation(
        position: AnnotationPosition = .automatic, alignment: LabelAlignment = .center,
        spacing: Double? = nil, overflowResolution: AnnotationOverflowResolution = .automatic,
        @AnnotationBuilder content: () -> String
    ) -> ModifiedChartContent<Self> {
        let text = content()
        let isFixed = overflowResolution.x == .disabled && overflowResolution.y == .disabled
        let isPlain =
            position == .automatic && alignment == .center && spacing == nil && !isFixed
        return modified { look in
            look.note { $0.text = text }
            guard !isPlain else { return }
            look.wish { wishes in
                if position != .automatic { wishes.position = .one(position) }
                if alignment != .center { wishes.alignment = .one(alignment) }
                if let spacing = spacing.flatMap(drawable) { wishes.spacing = .one(spacing) }
                if isFixed { wishes.isMovable = .one(false) }
            }
        }
    }

    /// Says which marks are labelled with their figures, where, and how.
    ///
    /// ```swift
    /// BarMark(x: .value("Unidades", row.units), y: .value("Destino", row.name))
    ///     .labels(position: .inside, format: thousands)
    /// ```
    ///
    /// With `.none` a mark has no label but its annotation, even where others of its layer have
    /// one. Else the marks of a layer are labelled alike: where they ask for different things, they
    /// get the usual.
    ///
    /// - Parameters:
    ///   - which: the marks that have a label.
    ///   - position: where it stands.
    ///   - format: how figures are printed; `nil` for as many digits as tell them apart.
    ///   - unit: the unit that is printed with large figures.
    ///   - size: of the letters in points; `nil` for the usual one.
    public func labels(
        _ which: LabelOptions.Which = .automatic, position: AnnotationPosition = .automatic,
        format: NumberFormat? = nil, unit: String = "", size: Double? = nil
    ) -> ModifiedChartContent<Self> {
        modified { look in
            look.isUnlabelled = which == .none
            look.wish { wishes in
                if which != .automatic, which != .none { wishes.which = .one(which) }
                if position != .automatic { wishes.position = .one(position) }
                if let format { wishes.format = .one(format) }
                if !unit.isEmpty { wishes.unit = .one(unit) }
                if let size = size.flatMap(drawable), size > 0 { wishes.size = .one(size) }
            }
        }
    }

    /// Says which marks are labelled with their figures, where, and in a format by its specifier.
    ///
    /// - Throws: `NumberFormatError` where the specifier is none.
    public func labels(
        _ which: LabelOptions.Which = .automatic, position: AnnotationPosition = .automatic,
        format: String, unit: String = "", size: Double? = nil
    ) throws(NumberFormatError) -> ModifiedChartContent<Self> {
        labels(
            which, position: position, format: try NumberFormat(format), unit: unit, size: size)
    }

    /// Prints the name of a line and its last figure at its end.
    ///
    /// - Parameters:
    ///   - format: how the figure is printed; `nil` for the labels' format.
    ///   - unit: what follows the figure.
    ///   - outside: whether both stand beyond the chart's right edge, over what is beside it.
    public func ends(
        format: NumberFormat? = nil, unit: String = "", outside: Bool = false
    ) -> ModifiedChartContent<Self> {
        let ends = EndOptions(format, unit, outside)
        return modified { $0.ends = ends }
    }

    /// Prints the name of a line and its last figure at its end, in a format by its specifier.
    ///
    /// - Throws: `NumberFormatError` where the specifier is none.
    public func ends(
        format: String, unit: String = "", outside: Bool = false
    ) throws(NumberFormatError) -> ModifiedChartContent<Self> {
        ends(format: try NumberFormat(format), unit: unit, outside: outside)
    }

    /// Prints the name of a line at its end, and a figure that is not the line's own.
    ///
    /// - Parameter figure: the figure at each point; that of the last one is printed.
    public func ends<Figure: Plottable>(
        by figure: PlottableValue<Figure>, format: NumberFormat? = nil, unit: String = "",
        outside: Bool = false
    ) -> ModifiedChartContent<Self> {
        let channel = figure.plotted(as: .end)
        let ends = EndOptions(format, unit, outside)
        return modified {
            $0.ends = ends
            $0.set(channel)
        }
    }
}

extension EndOptions {
    fileprivate init(_ format: NumberFormat?, _ unit: String, _ isOutside: Bool) {
        self.init()
        self.format = format
        self.unit = unit
        self.isOutside = isOutside
    }
}

/// A length that can be drawn; `nil` where it cannot.
private func drawable(_ length: Double) -> Double? {
    length >= 0 && length.isFinite ? length : nil
}
