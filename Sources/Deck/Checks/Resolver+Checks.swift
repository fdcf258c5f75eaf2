import Diagnostics
import Scales
import Tables

extension Resolver {
    /// Whether a check holds over the deck's figures; `nil`, with a finding, where it cannot be asked.
    func outcome(of check: CheckDeclaration) -> CheckOutcome? {
        guard let left = side(check.left, of: check), let right = side(check.right, of: check)
        else { return nil }
        let names = Set(left.answer.parameters + right.answer.parameters)
            .filter { isFigure($0) }.sorted()
        let tables = Set(left.answer.tables + right.answer.tables + names.flatMap(tables(behind:)))
        let verdict: CheckOutcome.Verdict =
            if let left = left.number, let right = right.number {
                check.holds(left, right) ? .holds : .fails
            } else {
                .undecided
            }
        let difference = left.number.flatMap { left in right.number.map { left - $0 } }
        return CheckOutcome(
            name: check.name, verdict: verdict, left: left.number, right: right.number,
            sign: check.relation.sign, tolerance: check.tolerance,
            texts: CheckOutcome.Texts(
                left: write(left.number), right: write(right.number),
                difference: write(difference)), values: names,
            files: Set(tables.compactMap { file(ofTable: $0) }).sorted(),
            sources: Set(names.map(source(of:))).subtracting([""]).sorted(),
            pages: pages(printing: names), location: check.location)
    }

    /// The one number of a side; none where it is missing.
    private func side(
        _ query: Query, of check: CheckDeclaration
    ) -> (answer: Answer, number: Double?)? {
        guard let answer = answerWithFigures(query) else { return nil }
        let complaint: String? =
            if answer.rows.columns.count != 1 {
                "gives \(answer.rows.columns.count) columns"
            } else if answer.rows.rows.count > 1 {
                "gives \(answer.rows.rows.count) rows"
            } else if case .text(let text)? = answer.rows.cell(row: 0, column: 0) {
                "is the text “\(text.prefix(40))”"
            } else {
                nil
            }
        if let complaint {
            findings.add(
                .error(
                    "a side of the check “\(check.name)” \(complaint)", at: query.location,
                    hint: "a side is one number: a SELECT of one cell, or an expression over values"
                ))
            return nil
        }
        return (answer, answer.rows.cell(row: 0, column: 0)?.number)
    }

    /// All digits of a figure, with the deck's marks.
    private func write(_ number: Double?) -> String {
        let printed = print(number, try? NumberFormat(",.6~f"))
        // What is smaller than that is told as it is: it is what the check is about.
        guard let number, number != 0, abs(number) < 0.5e-6 else { return printed }
        return "\(number)"
    }
}
