import Layout

/// One way to place a label of a map: a candidate for the placer, and the order of its rows in it.
struct Callout {
    var candidate: LabelCandidate
    var order: [Int]
}
