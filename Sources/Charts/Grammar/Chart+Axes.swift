extension Chart {
    /// Shows or hides the axis below the plot.
    public func chartXAxis(_ visibility: Visibility) -> Chart {
        changed { $0.xAxis.isShown = visibility.isShown }
    }

    /// Says what is drawn along the axis below the plot.
    ///
    /// ```swift
    /// try chart.chartXAxis { try AxisMarks(format: "%b") }
    /// ```
    public func chartXAxis(content: () throws -> AxisMarks) rethrows -> Chart {
        let marks = try content()
        return changed { marks.apply(to: &$0.xAxis) }
    }

    /// Shows or hides the axis left of the plot.
    public func chartYAxis(_ visibility: Visibility) -> Chart {
        changed { $0.yAxis.isShown = visibility.isShown }
    }

    /// Says what is drawn along the axis left of the plot.
    public func chartYAxis(content: () throws -> AxisMarks) rethrows -> Chart {
        let marks = try content()
        return changed { marks.apply(to: &$0.yAxis) }
    }

    /// Shows or hides the axis at the other side of the plot.
    public func chartSecondAxis(_ visibility: Visibility) -> Chart {
        changed { $0.secondAxis.isShown = visibility.isShown }
    }

    /// Says what is drawn along the axis at the other side of the plot.
    public func chartSecondAxis(content: () throws -> AxisMarks) rethrows -> Chart {
        let marks = try content()
        return changed { marks.apply(to: &$0.secondAxis) }
    }

    /// Says what the axis below the plot measures.
    public func chartXAxisLabel(_ label: String) -> Chart { changed { $0.xAxis.title = label } }

    /// Says what the axis left of the plot measures.
    public func chartYAxisLabel(_ label: String) -> Chart { changed { $0.yAxis.title = label } }

    /// Says what the axis at the other side of the plot measures.
    public func chartSecondAxisLabel(_ label: String) -> Chart {
        changed { $0.secondAxis.title = label }
    }

    /// Says where the names of lying bars stand.
    public func chartNames(_ place: AxisOptions.NamePlace) -> Chart {
        changed { $0.yAxis.names = place }
    }
}

extension Visibility {
    /// The same as axes have it.
    fileprivate var isShown: Bool? {
        switch self {
        case .automatic: nil
        case .visible: true
        case .hidden: false
        }
    }
}
