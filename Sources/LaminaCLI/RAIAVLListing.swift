import Imports
import Tables

/// What `lamina import raiavl` tells of what it read and wrote.
struct RAIAVLListing {
    private let register: RAIAVLImport
    private let output: String

    init(_ register: RAIAVLImport, output: String) {
        self.register = register
        self.output = output
    }

    /// The listing for people: each product with its years, then the files.
    var text: String {
        var lines: [String] = []
        for product in register.summaries {
            lines.append("\(product.name)  " + Self.extent(of: product))
            let width = product.years.map { Self.grouped($0.units).count }.max() ?? 0
            for year in product.years {
                let units = Self.grouped(year.units)
                let months = year.months == 12 ? "" : "  (\(Self.counted(year.months, "month")))"
                lines.append(
                    "  \(year.year)  " + String(repeating: " ", count: width - units.count) + units
                        + months)
            }
            lines.append("  " + Self.remarks(on: product))
        }
        for table in register.tables {
            lines.append("\(output)/\(table.file)  \(Self.counted(table.rows, "row"))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func extent(of product: ProductSummary) -> String {
        var words = [counted(product.files, "file"), counted(product.rows, "row")]
        if let first = product.months.first, let last = product.months.last {
            words.append(
                "\(first) to \(last) (\(counted(product.months.count, "month")))")
        }
        return words.joined(separator: ", ")
    }

    private static func remarks(on product: ProductSummary) -> String {
        "\(counted(product.repeated, "key")) in several rows and "
            + "\(counted(product.respelled, "key")) in another spelling added up, "
            + "\(counted(product.negative, "negative correction")) kept; "
            + product.statuses.map(\.rawValue).joined(separator: ", ")
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
    }

    /// A number with commas between thousands.
    private static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        return (number < 0 ? "-" : "") + grouped
    }
}
