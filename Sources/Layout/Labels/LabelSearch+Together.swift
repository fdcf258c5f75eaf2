import Graphics

extension LabelSearch {
    /// Gives all labels places at once, before each is looked at for itself.
    ///
    /// A few large labels decide the places of all others, so one after the other does not do.
    mutating func placeTogether() {
        let choices = board.options.indices.map { label in
            // A nudge that is kept is no question.
            board.isNudged(label) ? 0..<1 : self.choices(of: label)
        }
        // What stands where someone wants it gives way to nobody here.
        let ranks = board.options.indices.map { board.isNudged($0) ? -1 : self.ranks[$0] }
        var labels = LabelAssignment(board, choices)
        labels.search()
        for (label, option) in labels.agreed(ranks).enumerated() {
            guard let option, board.taken[label] == nil else { continue }
            board.move(label, to: option)
        }
        board.keep()
    }
}
