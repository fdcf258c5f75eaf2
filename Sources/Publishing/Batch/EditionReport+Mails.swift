import Diagnostics

extension [EditionReport] {
    /// The reports, with an error for each deck whose mail did not go out since another deck's has the same Message-ID and
    /// says something else.
    ///
    /// Decks that say the same are one mail, and it does not matter for which of them it was handed over.
    func requiringMailsApart() -> [EditionReport] {
        let byMessage = Dictionary(grouping: filter { !$0.message.isEmpty }, by: \.message)
        return map { report in
            // Whoever it was handed over for, it went out if that deck says the same.
            let alike = byMessage[report.message] ?? []
            guard !alike.contains(where: { $0.isSender && $0.saying == report.saying }),
                let other = alike.first(where: { $0.saying != report.saying })
            else { return report }
            var report = report
            report.status = .failed
            report.findings.append(
                .error(
                    "its mail does not go out: that of “\(other.id)” has the same title, period, parameters, subject and "
                        + "people, and says something else",
                    hint: "give it another subject"))
            return report
        }
    }
}
