/// Exports by month, brand, model and destination, made up by a rule: the same at every run.
struct Exports {
    private static let destinations = [
        "Estados Unidos", "Canadá", "Alemania", "Colombia", "Brasil", "China", "Chile", "Perú",
    ]
    let rows: Int

    /// The table as CSV.
    var csv: [UInt8] {
        var bytes = Array("month,brand,model,destination,units\n".utf8)
        bytes.reserveCapacity(rows * 44)
        var state: UInt64 = 4
        /// The next of a row of numbers below a bound (Knuth's MMIX generator).
        func next(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for row in 0..<rows {
            let month = row / 12 % 12 + 1
            bytes += "\(2012 + row % 12)-\(month < 10 ? "0" : "")\(month),".utf8
            bytes += "Marca \(next(below: 40)),Modelo \(next(below: 900)),".utf8
            bytes += "\(Self.destinations[next(below: 8)]),\(next(below: 5000))\n".utf8
        }
        return bytes
    }
}
