/// The candidate that `word` is most likely a slip of, for "did you mean" hints; the order of
/// the candidates does not matter.
///
/// Edit distance (Levenshtein 1966) of at most a third of the word's length, at least one, without
/// regard to case. A hint costs little beside a thousand names: a deck may get a thousand wrong.
/// Words of more than 60 bytes are no slips of the pen.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= 60 else { return nil }
    let wanted = folded(word)
    let limit = max(1, wanted.count / 3)
    // A hint that replaces the whole word is no hint.
    guard wanted.count > limit else { return nil }
    var best: (name: String, distance: Int)?
    // A scalar takes at most four bytes.
    for candidate in candidates where candidate.utf8.count <= 4 * (wanted.count + limit) {
        let bound = best?.distance ?? limit
        guard let distance = editDistance(wanted, folded(candidate), atMost: bound) else {
            continue
        }
        if let best, (best.distance, best.name) <= (distance, candidate) { continue }
        best = (candidate, distance)
    }
    return best?.name
}

private func folded(_ word: String) -> [Unicode.Scalar] {
    Array(word.lowercased().unicodeScalars)
}

/// The edit distance of two words, `nil` if it is more than `bound`.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost bound: Int)
    -> Int?
{
    guard abs(left.count - right.count) <= bound else { return nil }
    // What two words share at their ends costs nothing, and names often share much.
    var start = 0
    let shorter = min(left.count, right.count)
    while start < shorter, left[start] == right[start] { start += 1 }
    var ends = (left: left.count, right: right.count)
    while ends.left > start, ends.right > start, left[ends.left - 1] == right[ends.right - 1] {
        ends = (ends.left - 1, ends.right - 1)
    }
    // Below, `row[k]` is the distance of the read part of `left` to the first `k` of `right`.
    var row = Array(0...(ends.right - start))
    var line = start
    while line < ends.left {
        let scalar = left[line]
        var diagonal = row[0]
        row[0] += 1
        var least = row[0]
        var column = 1
        while column < row.count {
            let above = row[column]
            var distance = min(above, row[column - 1]) + 1
            let substituted = scalar == right[start + column - 1] ? diagonal : diagonal + 1
            if substituted < distance { distance = substituted }
            row[column] = distance
            if distance < least { least = distance }
            diagonal = above
            column += 1
        }
        if least > bound { return nil }
        line += 1
    }
    let distance = row[row.count - 1]
    return distance <= bound ? distance : nil
}
