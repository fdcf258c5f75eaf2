extension Chart {
    /// A chart of what stands between its braces.
    ///
    /// ```swift
    /// Chart {
    ///     BarMark(x: .value("Año", "2023"), y: .value("Toneladas", 1_240))
    ///     BarMark(x: .value("Año", "2024"), y: .value("Toneladas", 1_395)).key()
    /// }
    /// .chartGrowth(from: "2023", to: "2024")
    /// ```
    ///
    /// Marks of one kind and look become one layer, in time proportional to their number.
    public init(@ChartContentBuilder content: () throws -> some ChartContent) rethrows {
        var marks = MarkCollector()
        try content().collect(into: &marks)
        self.init(marks)
    }

    /// A chart with marks for each element of some data.
    ///
    /// ```swift
    /// Chart(rows) { row in
    ///     LineMark(x: .value("Mes", row.month), y: .value("Visitantes", row.visitors))
    /// }
    /// ```
    public init<Data: RandomAccessCollection>(
        _ data: Data, @ChartContentBuilder content: (Data.Element) throws -> some ChartContent
    ) rethrows {
        var marks = MarkCollector()
        for element in data { try content(element).collect(into: &marks) }
        self.init(marks)
    }

    /// A chart with marks for each element of some data.
    ///
    /// - Parameter id: what tells elements apart in Swift Charts; as pages do not change, nobody
    ///   asks.
    public init<Data: RandomAccessCollection, ID: Hashable>(
        _ data: Data, id: KeyPath<Data.Element, ID>,
        @ChartContentBuilder content: (Data.Element) throws -> some ChartContent
    ) rethrows {
        try self.init(data, content: content)
    }

    private init(_ marks: MarkCollector) {
        self.init(layers: marks.finishedLayers)
        accessibilityDetail = marks.description
    }

    /// The chart with a change.
    func changed(_ change: (inout Chart) -> Void) -> Chart {
        var copy = self
        change(&copy)
        return copy
    }
}
