public import Graphics

/// How points of a line are joined.
public typealias InterpolationMethod = Interpolation

extension ChartContent {
    /// Gives the marks a colour.
    ///
    /// Bars, points, rules, cells and sectors of several colours stay one layer; lines and areas of
    /// another colour are lines and areas of their own.
    public func foregroundStyle(_ color: Color) -> ModifiedChartContent<Self> {
        modified { $0.color = color }
    }

    /// Tells marks apart by colour: series by names, amounts by numbers.
    ///
    /// ```swift
    /// BarMark(x: .value("Año", row.year), y: .value("Toneladas", row.tons))
    ///     .foregroundStyle(by: .value("Fruta", row.fruit))
    /// ```
    public func foregroundStyle<Value: Plottable>(
        by value: PlottableValue<Value>
    ) -> ModifiedChartContent<Self> {
        let channel = value.plotted(as: .color)
        return modified {
            // Colours by data are nearer to the mark than a colour further out.
            $0.color = nil
            $0.set(channel)
        }
    }

    /// Puts marks of one category beside each other, by what tells them apart.
    public func position<Value: Plottable>(
        by value: PlottableValue<Value>
    ) -> ModifiedChartContent<Self> {
        let channel = value.plotted(as: .position)
        return modified { $0.set(channel) }
    }

    /// Tells marks apart by the shape of their symbols.
    public func symbol<Value: Plottable>(by value: PlottableValue<Value>) -> ModifiedChartContent<
        Self
    > {
        let channel = value.plotted(as: .symbol)
        return modified { $0.set(channel) }
    }

    /// Gives points a symbol.
    public func symbol(_ symbol: Symbol) -> ModifiedChartContent<Self> {
        modified { $0.shared.symbol = symbol }
    }

    /// Lets the area of points tell an amount.
    public func symbolSize<Value: Plottable>(
        by value: PlottableValue<Value>
    ) -> ModifiedChartContent<Self> {
        let channel = value.plotted(as: .size)
        return modified { $0.set(channel) }
    }

    /// Says which points of a line have a symbol: all of a short line where nothing is said.
    public func markers(_ markers: Layer.Markers) -> ModifiedChartContent<Self> {
        modified { $0.shared.markers = markers }
    }

    /// Says how points of a line, or of an area's edge, are joined.
    public func interpolationMethod(_ method: InterpolationMethod) -> ModifiedChartContent<Self> {
        modified { $0.shared.interpolation = method }
    }

    /// Says how lines are drawn.
    public func lineStyle(_ style: StrokeStyle) -> ModifiedChartContent<Self> {
        modified { $0.shared.stroke = style }
    }

    /// Makes marks opaque, from 0, not seen, to 1.
    ///
    /// What lies beyond is brought to the nearer end; what is no number is 1. Marks of another
    /// opacity are a layer of their own, and so do not stack on the others.
    public func opacity(_ opacity: Double) -> ModifiedChartContent<Self> {
        let opacity = opacity.isNaN ? 1 : min(max(opacity, 0), 1)
        return modified { $0.shared.opacity = opacity }
    }

    /// Shows a pale track over the full length behind each bar.
    public func track() -> ModifiedChartContent<Self> {
        modified { $0.shared.hasTrack = true }
    }

    /// Lets amounts be read from a second axis at the other side of the plot.
    public func secondAxis() -> ModifiedChartContent<Self> {
        modified { $0.shared.isOnSecondAxis = true }
    }
}
