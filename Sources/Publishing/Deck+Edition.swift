import Deck
import Tables

extension Deck {
    /// What tells this edition from the deck's others: its period and its parameters.
    var edition: [String] {
        [period.description]
            + parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }
}
