import Graphics

extension ChartContent {
    /// Says how sure the figure is: an estimate is drawn hollow, and the page explains it.
    public func standing(_ standing: Standing) -> ModifiedChartContent<Self> {
        modified { look in look.note { $0.standing = standing } }
    }

    /// Says that the figure is known rounded only.
    public func rounded(_ isRounded: Bool = true) -> ModifiedChartContent<Self> {
        modified { look in look.note { $0.isRounded = isRounded } }
    }

    /// Says that the chart is about this mark.
    ///
    /// ```swift
    /// BarMark(x: .value("Unidades", row.units), y: .value("Destino", row.name))
    ///     .key(row.name == "Perú")
    /// ```
    public func key(_ isKey: Bool = true) -> ModifiedChartContent<Self> {
        modified { look in look.note { $0.isKey = isKey } }
    }

    /// Says that the bar is a sum of the steps before it, in a bridge (`stacking: .waterfall`).
    public func total(_ isTotal: Bool = true) -> ModifiedChartContent<Self> {
        modified { look in look.note { $0.isTotal = isTotal } }
    }

    /// Prints a second, short text inside the mark.
    public func inset(_ text: String) -> ModifiedChartContent<Self> {
        modified { look in look.note { $0.inset = text } }
    }

    /// Moves the label away from the place it would get, right and down, in points.
    ///
    /// A distance that is not finite is none.
    public func nudge(x: Double = 0, y: Double = 0) -> ModifiedChartContent<Self> {
        let nudge = Point(x.isFinite ? x : 0, y.isFinite ? y : 0)
        return modified { look in look.note { $0.nudge = nudge == Point(0, 0) ? nil : nudge } }
    }

    /// Says what the marks are, to those who do not see them.
    ///
    /// The words of all marks that have some make the chart's long description, in place of what
    /// its data say; `Chart.accessibilityDetail(_:)` replaces them.
    public func accessibilityLabel(_ label: some StringProtocol) -> SpokenChartContent<Self> {
        SpokenChartContent(content: self, words: SpokenMark(label: String(label)))
    }

    /// Says what the marks' figures are, to those who do not see them.
    public func accessibilityValue(_ value: some StringProtocol) -> SpokenChartContent<Self> {
        SpokenChartContent(content: self, words: SpokenMark(value: String(value)))
    }
}
