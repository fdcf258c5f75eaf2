import Diagnostics
public import SQLite

extension Store {
    /// All tables as bytes, from which `init(image:)` makes the same store in a fraction of the time.
    ///
    /// Throws `Diagnostics` where there is no memory for them.
    public func image() throws -> [UInt8] {
        do {
            return try database.image()
        } catch {
            throw Diagnostics([
                .error("the tables cannot be kept: \(error)", kind: .unavailable)
            ])
        }
    }

    /// The store of an image; it takes no more tables.
    ///
    /// Throws `Diagnostics` where the bytes are no image.
    public convenience init(image: ArraySlice<UInt8>, limits: QueryLimits = QueryLimits()) throws {
        do {
            try self.init(adopting: Database(image: image, limits: limits))
            let names = try texts(
                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            for name in names {
                // A table's name is letters and digits, which the reader made sure of.
                know(name, try texts("SELECT name FROM pragma_table_info('\(name)') ORDER BY cid"))
            }
        } catch {
            throw Diagnostics([.error("these are no tables: \(error)", kind: .unavailable)])
        }
    }

    /// The texts of the one column of a statement of our own.
    private func texts(_ sql: String) throws -> [String] {
        let statement = try Statement(sql, in: database)
        var texts: [String] = []
        while try statement.step() {
            if case .text(let text) = try statement.value(at: 0) { texts.append(text) }
        }
        return texts
    }
}
