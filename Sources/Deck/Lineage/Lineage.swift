public import Diagnostics
public import Scales
public import Tables

/// Where a deck's figures come from and where they are printed.
public struct Lineage: Hashable, Sendable {
    /// A query that was asked.
    public struct Asked: Hashable, Sendable {
        /// The SQL as it is written.
        public var sql: String
        /// Where it is written.
        public var location: SourceLocation
        /// The parameters in it, by name, sorted.
        public var parameters: [Parameter]
        /// The tables that it reads, sorted.
        public var tables: [String]
        /// Its answer.
        public var rows: Rows
    }

    /// What stands for a name in a query.
    public struct Parameter: Hashable, Sendable {
        /// Its name, without the colon.
        public var name: String
        /// Its value.
        public var value: Cell
    }

    /// A table and the file it was read from.
    public struct Table: Hashable, Sendable {
        /// Its name in queries.
        public var name: String
        /// The path of its file in the deck's folder.
        public var file: String
        /// Who publishes its figures; empty where that is not said.
        public var source: String
        /// Who delivers the file; empty where that is not said.
        public var owner: String
    }

    /// A query that has no row for its period: figures that are still to come.
    public struct Lack: Hashable, Sendable {
        /// The number of the query in `queries`.
        public var query: Int
        /// The period.
        public var period: Period
        /// The values that it should answer; empty for the rows of a chart, map or table.
        public var values: [String]
        /// The pages that show them, in order.
        public var pages: [String]
    }

    /// A named value.
    public struct Value: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// What it is.
        public var value: Cell
        /// What it is counted in; empty where that is not said.
        public var unit: String
        /// How sure it is.
        public var status: Status
        /// Who says so; empty where that is not known.
        public var source: String
        /// The number of its query in `queries`.
        public var query: Int
        /// Its d3-format; empty where it has none.
        public var format: String
    }

    /// A figure on a page: a value in a text, or a cell of the rows behind a chart, map or table.
    public struct Figure: Hashable, Sendable {
        /// The page's id.
        public var page: String
        /// The id of the block it stands in; empty where none around it has one.
        public var element: String
        /// The value's name, or the column of its rows.
        public var name: String
        /// What tells its row from others, such as a country; empty for a value.
        public var key: String
        /// What it is.
        public var value: Cell
        /// How it is printed; `nil` where it is only drawn, or the chart decides.
        public var text: String?
        /// How sure it is.
        public var status: Status
        /// Who says so; empty where that is not known.
        public var source: String
        /// The number of its query in `queries`; `nil` for what a deck says of itself.
        public var query: Int?
    }

    /// A value as a figure that stands on no page.
    public func figure(of value: Value) -> Figure {
        Figure(
            page: "", element: "", name: value.name, key: "", value: value.value, text: nil,
            status: value.status, source: value.source, query: value.query)
    }

    /// The files that were read, in the order of their names.
    public var files: [InputFile] = []
    /// The tables, by name.
    public var tables: [Table] = []
    /// The queries that were asked, in the order of the deck file.
    public var queries: [Asked] = []
    /// The named values, in the order of the deck file.
    public var values: [Value] = []
    /// The figures on the pages, in their order.
    public var figures: [Figure] = []
    /// The names of parameters that follow from the deck's period.
    public var periodParameters: Set<String> = []
    /// What has no data for its period, in the order of the deck file.
    public var lacks: [Lack] = []
    /// The number formats that a page's charts, maps and tables ask for, by the page's id.
    public var formats: [String: [NumberFormat]] = [:]
}
