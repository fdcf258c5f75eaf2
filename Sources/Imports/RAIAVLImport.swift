// The room of imports. It promises:
// - what a publisher's files say is kept or refused with its place: no figure is guessed, rounded
//   or dropped, and no figure claims to be surer than its source says;
// - the order in which files are named changes nothing;
// - of two files that say different things, the later wins where both say when they are from;
//   else both are named in an error;
// - nothing is written: tables are bytes in memory until all of them are right.

public import Diagnostics
import Tables

/// The register of light vehicles (RAIAVL) of INEGI, from the files it is published in, as tables
/// for decks.
public struct RAIAVLImport: Sendable {
    /// The tables, those of each product after each other.
    public let tables: [TidyTable]
    /// What was read, product by product.
    public let summaries: [ProductSummary]
    /// What is doubtful.
    public let warnings: Diagnostics

    /// Reads data, catalogues and metadata, in any order.
    ///
    /// Throws `Diagnostics` with all mistakes of all files.
    public init(_ files: [PublishedFile]) throws {
        var findings = Diagnostics()
        var reports: [MonthReport] = []
        var catalogues: [Catalogue] = []
        let files = files.sorted { $0.name < $1.name }
        let vintages = Vintages(files, findings: &findings)
        for file in files where !Vintages.isMetadata(file) {
            var doubts = Diagnostics()
            let content = try findings.collecting {
                try Self.read(file, vintages, findings: &doubts)
            }
            findings.add(doubts)
            switch content {
            case .months(let months): reports += months
            case .catalogue(let catalogue): catalogues.append(catalogue)
            case .nothing, nil: break
            }
        }
        let months = chosenMonths(reports, findings: &findings)
        try findings.throwIfErrors()
        let names = PlaceNames(catalogues)
        var tables: [TidyTable] = []
        var summaries: [ProductSummary] = []
        for product in Product.allCases {
            let months = months.filter { $0.product == product }
            guard !months.isEmpty else { continue }
            tables.append(product.table(of: months, names: names))
            tables.append(product.monthlyTable(of: months))
            summaries.append(ProductSummary(product, months))
        }
        guard !tables.isEmpty else {
            throw Diagnostic.error(
                "none of the files is a table of the register",
                hint: "they are venta, produccion, exportacion and hibrido, as zip or CSV")
        }
        self.tables = tables
        self.summaries = summaries
        warnings = findings
    }

    private enum Content {
        case months([MonthReport])
        case catalogue(Catalogue)
        case nothing
    }

    /// What a file holds, told by its columns.
    private static func read(
        _ file: PublishedFile, _ vintages: Vintages, findings: inout Diagnostics
    ) throws -> Content {
        if PxWebExport.matches(file) {
            return .months(try PxWebExport.read(file, findings: &findings))
        }
        let rows = CSVRows(file.bytes, file: file.name)
        if let kind = Catalogue.kind(of: rows.columns) {
            if kind == .months { return .nothing }
            return .catalogue(
                try Catalogue(rows, file, as: kind, vintage: vintages.day(of: file)))
        }
        if let product = RegisterTable.product(of: rows.columns) {
            return .months(
                try RegisterTable.read(
                    rows, file, as: product, vintage: vintages.day(of: file, product),
                    findings: &findings))
        }
        let name = file.lastName.lowercased()
        if file.isNamed || name.hasPrefix("raiavl") {
            // Where the first line cannot be read at all, that is what is wrong.
            if rows.columns.isEmpty { try rows.findings.throwIfErrors() }
            throw Diagnostic.error(
                "this is no table of the register", at: SourceLocation(file: file.name, line: 1),
                hint: "its tables have the columns ANIO, ID_MES and UNI_VEH or VEH_HIBRIDAS")
        }
        // Each publication has a dictionary beside its data.
        if !name.hasPrefix("diccionario") {
            findings.add(
                .warning(
                    "this is no table of the register, and left out",
                    at: SourceLocation(file: file.name)))
        }
        return .nothing
    }
}
