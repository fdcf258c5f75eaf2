public import Graphics

/// What became of a request's nudge.
public enum LabelNudge: Hashable, Sendable {
    /// There was none.
    case absent
    /// The label stands exactly there.
    case kept
    /// The label could not stand there and was placed, or not, like the others.
    case lost(Loss)

    /// Why a label cannot stand where someone wants it.
    public enum Loss: Error, Hashable, Sendable {
        /// It would leave the room for labels.
        case leavesBounds
        /// It would leave the bar or area that it must lie in.
        case leavesContainer
        /// It would lie over something that no label may cover.
        case meetsObstacle
        /// Its leaders would cross each other.
        case crossesItself
        /// It would meet the label of that name, which cannot give way.
        case meetsLabel(String)

        /// The reason as the end of a sentence.
        var words: String {
            switch self {
            case .leavesBounds: "it would leave the plot"
            case .leavesContainer: "it would leave what it must lie inside"
            case .meetsObstacle: "it would lie over another mark or text"
            case .crossesItself: "its leaders would cross"
            case .meetsLabel(let name): "it would meet the label of \(name)"
            }
        }
    }
}

/// Labels with their places, ready to be drawn.
public struct LabelPlacement: Hashable, Sendable {
    /// A request, and the place that it was given.
    public struct Label: Hashable, Sendable {
        /// What was asked for.
        public var request: LabelRequest
        /// Where the label stands, with its nudge; `nil` where it has no place.
        public var candidate: LabelCandidate?
        /// Which of the request's candidates that is, or was before a nudge.
        public var choice: Int?
        /// Everything that its letters may cover; `nil` where it has no place.
        public var letters: Rect?
        /// The ground it needs behind its letters; `nil` where it reads well without.
        public var halo: Halo?
        /// What became of its nudge.
        public var nudge = LabelNudge.absent
    }

    /// The labels in the order of the requests.
    public var labels: [Label]

    /// Labels, with or without a place.
    public init(labels: [Label]) { self.labels = labels }

    /// The requests without a place, in their order.
    public var unplaced: [LabelRequest] {
        labels.filter { $0.candidate == nil }.map(\.request)
    }

    /// The labels' costs in all, of those that have a place.
    public var cost: Double { labels.reduce(0) { $0 + max(0, $1.candidate?.cost ?? 0) } }

    /// Draws halos, then leaders, then letters, and says which labels and nudges have no place.
    ///
    /// - Parameters:
    ///   - leaders: how leaders are drawn.
    ///   - hint: what would make room for a label without a place.
    public func draw(
        on canvas: inout Canvas, leaders: Stroke,
        hint: String = "give it more room, or label fewer"
    ) {
        for label in labels { label.halo?.draw(on: &canvas) }
        for label in labels {
            for leader in label.candidate?.leaders ?? [] where leader.points.count > 1 {
                canvas.tagged(Tag(.artifact)) { $0.stroke(.polyline(leader.points), leaders) }
            }
        }
        for label in labels { label.drawLetters(on: &canvas) }
        report(on: &canvas, hint: hint)
    }

    /// Says which labels and nudges have no place, for who draws the labels in ways of their own.
    public func report(
        on canvas: inout Canvas, hint: String = "give it more room, or label fewer"
    ) {
        for label in labels {
            canvas.located(label.request.location) { label.report(on: &$0, hint: hint) }
        }
    }
}

extension LabelPlacement.Label {
    /// Where each line's baseline starts; empty without a place.
    public var origins: [Point] {
        guard let candidate else { return [] }
        return request.text.origins(in: candidate.box, candidate.alignment)
    }

    /// The lines in the colour that the place asks for.
    public var lines: [TextLine] {
        guard let color = candidate?.color else { return request.text.lines }
        return request.text.lines.map { line in
            var copy = line
            for index in copy.runs.indices { copy.runs[index].style.color = color }
            return copy
        }
    }

    fileprivate func drawLetters(on canvas: inout Canvas) {
        for (line, origin) in zip(lines, origins) {
            canvas.text(line, x: origin.x, baseline: origin.y)
        }
    }

    fileprivate func report(on canvas: inout Canvas, hint: String) {
        let text = request.text.text
        let label = text.isEmpty ? "the label" : "the label “\(text)”"
        if case .lost(let loss) = nudge {
            canvas.warning(
                "the nudge of \(label) of \(request.name) cannot be kept: \(loss.words)",
                hint: "nudge it less or elsewhere, or leave the nudge out")
        }
        guard candidate == nil else { return }
        let message = "no room for \(label) of \(request.name)"
        if request.isRequired {
            canvas.error(message, hint: hint)
        } else {
            canvas.warning(message, hint: hint)
        }
    }
}
