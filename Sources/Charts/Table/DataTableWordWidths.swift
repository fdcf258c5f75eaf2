import Graphics

/// Where the words of a text begin and end, for asking how narrow it can be set.
struct DataTableWordWidths {
    private var starts: [Double] = []
    private var ends: [Double] = []

    /// Measures a text; only spaces part words, as in paragraphs.
    init(_ runs: [TextRun], measuring measurer: any TextMeasurer) {
        let text = runs.map(\.text).joined()
        var offsets: [Int] = []
        var offset = 0
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let count = word.utf8.count
            if count > 0 { offsets += [offset, offset + count] }
            offset += count + 1
        }
        guard !offsets.isEmpty else { return }
        let positions = measurer.measure(runs, at: offsets).positions
        for index in stride(from: 0, to: positions.count - 1, by: 2) {
            starts.append(positions[index])
            ends.append(positions[index + 1])
        }
    }

    /// Whether there is nothing to set.
    var isEmpty: Bool { starts.isEmpty }

    /// The width on one line, in points.
    var natural: Double { isEmpty ? 0 : (ends.last ?? 0) - (starts.first ?? 0) }

    /// The width of the longest word, in points.
    var widest: Double { zip(starts, ends).map { $1 - $0 }.max() ?? 0 }

    /// The fewest lines in a width; none without words.
    func lines(in width: Double) -> Int {
        guard !isEmpty else { return 0 }
        var (lines, first) = (1, 0)
        // The tolerance is that of paragraphs.
        for word in starts.indices.dropFirst() where ends[word] - starts[first] > width + 1e-6 {
            lines += 1
            first = word
        }
        return lines
    }

    /// The least width in which so many lines are enough, to a quarter of a point.
    func leastWidth(lines most: Int) -> Double {
        var (low, high) = (widest, natural)
        if most <= 1 || lines(in: low) <= most { return most <= 1 ? natural : low }
        while high - low > 0.25 {
            let middle = (low + high) / 2
            if lines(in: middle) <= most { high = middle } else { low = middle }
        }
        return high
    }
}
