/// The labelled ticks of an axis: as many round values as its length has room for.
///
/// It promises, for a domain of finite ends:
/// - ticks lie in the domain and follow its direction;
/// - no two labels touch, and no two neighbours read the same: precision grows where it must;
/// - there are at least two ticks wherever the domain has two values and there is room for two
///   labels. Round values are preferred; without two of them the ends of the domain stand in.
///
/// Where there is no room for two labels, one is left. A label is centred on its tick and may reach
/// beyond the ends of the axis by half its extent.
public struct AxisTicks: Hashable, Sendable {
    /// A labelled value.
    public struct Tick: Hashable, Sendable {
        /// The value; milliseconds since 1970, UTC, on an axis of time.
        public var value: Double
        /// Where it stands.
        public var place: Double
        /// The value as it is printed.
        public var label: String

        /// A value with its place and words.
        public init(value: Double, place: Double, label: String) {
            self.value = value
            self.place = place
            self.label = label
        }
    }

    /// A stretch of the axis that ticks share, as the year above its months.
    public struct Group: Hashable, Sendable {
        /// From where to where it reaches, cut off at the ends of the axis.
        public var span: Extent
        /// Its name; empty where the span has no room for it.
        public var label: String

        /// A stretch with its words.
        public init(span: Extent, label: String) {
            self.span = span
            self.label = label
        }
    }

    /// The labelled ticks, in the direction of the domain.
    public var ticks: [Tick]
    /// The places of values between them that have no label: the multiples of a logarithmic axis.
    public var minorPlaces: [Double]
    /// The outer level of a nested axis of time, in the direction of the domain.
    public var groups: [Group]

    /// Ticks as they are.
    public init(ticks: [Tick], minorPlaces: [Double] = [], groups: [Group] = []) {
        self.ticks = ticks
        self.minorPlaces = minorPlaces
        self.groups = groups
    }
}

/// The room labels have along an axis.
struct LabelRoom {
    /// The least distance between labels, in points.
    let gap: Double
    /// How long a label is along the axis, in points.
    let extent: (String) -> Double

    /// More ticks than any axis has room for.
    static let greatestCount = 1000
    /// More labels than any axis has room for.
    static let greatestWish = 200.0

    /// Whether all neighbours of ticks are told apart and keep the distance.
    func holds(_ ticks: [AxisTicks.Tick]) -> Bool {
        guard ticks.count <= Self.greatestCount, ticks.allSatisfy(\.place.isFinite) else {
            return false
        }
        // Labels first, as they cost less than measuring.
        let pairs = zip(ticks, ticks.dropFirst())
        guard pairs.allSatisfy({ $0.label != $1.label }) else { return false }
        let halves = ticks.map { half($0.label) }
        return ticks.indices.dropLast().allSatisfy { index in
            let distance = abs(ticks[index + 1].place - ticks[index].place)
            return distance >= halves[index] + halves[index + 1] + gap
        }
    }

    /// Half the extent of a label; an extent that is no length is none.
    private func half(_ label: String) -> Double {
        let extent = extent(label)
        return extent > 0 ? extent / 2 : 0
    }

    /// The first of `candidates` with two ticks or more that it holds, else the outermost ticks of
    /// one of `sparse`, else their first tick alone.
    ///
    /// Both begin with what is wished for most, and are asked for no more than is needed.
    func choice(
        from candidates: some Sequence<[AxisTicks.Tick]>, sparse: some Sequence<[AxisTicks.Tick]>
    ) -> [AxisTicks.Tick] {
        for ticks in candidates where ticks.count >= 2 && holds(ticks) { return ticks }
        var alone: [AxisTicks.Tick] = []
        for ticks in sparse {
            guard let first = ticks.first, let last = ticks.last, first.place.isFinite else {
                continue
            }
            if ticks.count >= 2, holds([first, last]) { return [first, last] }
            if alone.isEmpty { alone = [first] }
        }
        return alone
    }
}
