import Diagnostics
import Tables

/// One report for each month of a product, of all that the files have.
///
/// The latest vintage wins. Where vintages do not tell, files have to agree: to choose between two
/// figures is not for a program. Each pair of files that do not agree is an error in `findings`.
func chosenMonths(
    _ reports: [MonthReport], findings: inout Diagnostics
) -> [MonthReport] {
    struct Pair: Hashable {
        let product: Product
        let files: [String]
    }
    struct Slot: Hashable {
        let product: Product
        let month: Period
    }
    var chosen: [MonthReport] = []
    var disputes: [Pair: [Period]] = [:]
    let slots = Dictionary(grouping: reports) { Slot(product: $0.product, month: $0.month) }
    for (slot, candidates) in slots {
        switch choice(candidates) {
        case .report(let report): chosen.append(report)
        case .dispute(let left, let right):
            let pair = Pair(product: slot.product, files: [left.file, right.file].sorted())
            disputes[pair, default: []].append(slot.month)
        }
    }
    let findingsByFile = disputes.map { pair, months in
        let months = months.sorted()
        let shown = months.prefix(6).map(\.description).joined(separator: ", ")
        let rest = months.count > 6 ? " and \(months.count - 6) months more" : ""
        return Diagnostic.error(
            "\(pair.files[0]) and \(pair.files[1]) have different figures of "
                + "\(pair.product.rawValue) for \(shown)\(rest), and which are later is not known",
            at: SourceLocation(file: pair.files[0]),
            hint: "leave one out, or give the zips that they came in: their metadata say when")
    }
    for finding in findingsByFile.sorted(by: { $0.message < $1.message }) { findings.add(finding) }
    return chosen.sorted { $0.month < $1.month }
}

private enum Choice {
    case report(MonthReport)
    case dispute(MonthReport, MonthReport)
}

/// The report of several on the same month that counts.
private func choice(_ all: [MonthReport]) -> Choice {
    // A month that had not come when one file was made is no reason to doubt another file.
    let filled = all.filter { !$0.isMissing }
    let candidates = (filled.isEmpty ? all : filled).sorted { $0.file < $1.file }
    let latest = candidates.compactMap(\.vintage).max()
    // Of files that agree the one that is surest of its figures, whatever its place in the order.
    let claims = candidates.map { $0.vintage == latest ? $0.sum.status.claim : -1 }
    let winner = candidates[claims.firstIndex(of: claims.max() ?? -1) ?? 0]
    // An earlier vintage is overruled; one that is not known may be the later.
    let rivals = candidates.filter { $0.vintage == latest || $0.vintage == nil }
    if let rival = rivals.first(where: { !$0.agrees(with: winner) }) {
        return .dispute(winner, rival)
    }
    return .report(winner)
}

extension MonthReport {
    /// Whether two files have the same figures, however sure they are of them.
    ///
    /// A row without figures is no different from one that is not there.
    fileprivate func agrees(with other: MonthReport) -> Bool {
        let filled = records.filter { !$0.value.isMissing }
        guard filled.count == other.records.values.count(where: { !$0.isMissing }) else {
            return false
        }
        return filled.allSatisfy { key, record in other.records[key]?.figures == record.figures }
    }
}
