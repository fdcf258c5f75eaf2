import Diagnostics
import Tables

extension Period {
    /// The period that a text names; a wrong one is noted.
    init?(_ text: String, at location: SourceLocation, _ reading: Reading) {
        guard let period = Period(text) else {
            reading.error(
                "“\(text)” is not a period", at: location,
                hint: "write 2024, 2024-S1, 2024-T2 (or Q2), 2024-06, or 2024-01/2024-05")
            return nil
        }
        self = period
    }
}
