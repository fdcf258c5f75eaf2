/// Gathers the marks of a chart into layers.
///
/// A mark joins the layer whose marks are of its kind and look, and begins one where there is none:
/// rows that make a point of a line and a symbol each give a line and its symbols. Takes time in
/// proportion to the marks.
public struct MarkCollector {
    /// What the modifiers around the next mark say of it.
    private var look = MarkLook()
    private var layers: [MarkColumns] = []
    private var places: [MarkColumns.Key: Int] = [:]
    /// The layer of the last mark, and for each layer the one that had the next mark.
    private var last: Int?
    private var next: [Int] = []
    /// What is to be read to those who do not see the chart.
    private var words: [SpokenMark] = []
    /// How many marks came in.
    private(set) var count = 0
    /// How many layers were asked whether a mark fits.
    private(set) var questions = 0

    /// Nothing yet.
    init() {}

    /// The finished layers, in the order of their first marks.
    var finishedLayers: [Layer] { layers.map(\.layer) }

    /// What is read to those who do not see the chart; `nil` where no mark has words for it.
    var description: String? {
        words.isEmpty ? nil : words.map(\.sentence).joined(separator: "; ")
    }

    // MARK: - Marks

    /// Takes in a mark, under what the modifiers around it say.
    mutating func add(_ seed: MarkSeed) {
        let place = place(of: seed)
        layers[place].append(seed, look)
        if let last { next[last] = place }
        last = place
        count += 1
    }

    /// The layer for a mark: as a rule that of the last one, or the one that came after it before.
    private mutating func place(of seed: MarkSeed) -> Int {
        if let last {
            let likely = next[last]
            questions += 1
            if layers[likely].fits(seed, look) { return likely }
            questions += 1
            if likely != last, layers[last].fits(seed, look) { return last }
        }
        let key = MarkColumns.Key(seed, look)
        questions += 1
        if let known = places[key] { return known }
        let place = layers.count
        places[key] = place
        layers.append(MarkColumns(like: seed, look))
        next.append(place)
        return place
    }

    // MARK: - Modifiers

    /// Takes in content whose marks look otherwise.
    mutating func collect(
        _ content: some ChartContent, under modifier: (inout MarkLook) -> Void
    ) {
        let outer = look
        modifier(&look)
        content.collect(into: &self)
        look = outer
    }

    /// Takes in content that has words for those who do not see it.
    ///
    /// Label and value of one mark make one sentence; those of content whose marks have words
    /// themselves stand before them.
    mutating func collect(_ content: some ChartContent, spoken: SpokenMark) {
        let (before, first) = (count, words.count)
        content.collect(into: &self)
        guard count > before else { return }
        if words.count == first + 1, let joined = words[first].joined(around: spoken) {
            words[first] = joined
        } else {
            words.insert(spoken, at: first)
        }
    }
}

/// What is read of a mark, or of some, to those who do not see them.
struct SpokenMark: Hashable {
    var label: String?
    var value: String?

    /// Label and value as one sentence.
    var sentence: String { [label, value].compactMap { $0 }.joined(separator: ": ") }

    /// The words with what is said further out; `nil` where both say something of the same.
    func joined(around outer: SpokenMark) -> SpokenMark? {
        guard label == nil || outer.label == nil, value == nil || outer.value == nil else {
            return nil
        }
        return SpokenMark(label: label ?? outer.label, value: value ?? outer.value)
    }
}
