import Diagnostics

/// The mails of a batch by their Message-IDs: two that say different things are not to be one message, of which only the
/// first would go out.
struct MailBook {
    private var known: [String: EditionReport] = [:]

    /// What is wrong with a deck's mail beside those seen before; `nil` for nothing.
    mutating func clash(of report: EditionReport) -> Diagnostic? {
        guard !report.message.isEmpty else { return nil }
        guard let other = known[report.message] else {
            known[report.message] = report
            return nil
        }
        guard other.id != report.id, other.saying != report.saying else { return nil }
        return .error(
            "its mail and that of “\(other.id)” agree in title, period, parameters, subject and people, and say different "
                + "things: only one is handed over",
            hint: "give them subjects that differ")
    }
}
