import Graphics
import Layout
import Scales

/// A layer with all its values brought to numbers: what is drawn, before it has places.
struct PlotMarks {
    let layer: Layer
    /// How many marks there are.
    let count: Int
    /// Whether the layer's amounts run along x.
    let isHorizontal: Bool
    /// The value along x of each mark; not a number where there is none.
    var x: [Double] = []
    /// The value along y of each mark.
    var y: [Double] = []
    /// Where each mark ends along x, for spans; empty for none.
    var xEnd: [Double] = []
    /// Where each mark ends along y, for spans; empty for none.
    var yEnd: [Double] = []
    /// The number of each mark's series.
    var series: [Int] = []
    /// The number of each mark's symbol; empty where all have one.
    var symbols: [Int] = []
    /// Whether a category has several marks in one lane.
    var isStacked = false
    /// What each mark's label says of its share of a whole; empty where marks are none.
    var shares: [Double] = []
    /// The number of each mark's lane within its category.
    var lanes: [Int] = []
    /// How many lanes a category has.
    var laneCount = 1
    /// The amounts between which each bar or area stretches, after stacking; empty for other marks.
    var spans: [Extent] = []
    /// The last value of each line, where it is not the line's own.
    var ends: [Double] = []

    /// The marks of each series that have a place, in the order of their places.
    ///
    /// Lines and areas run along their axis; rows may come in any order.
    func alongPlaces(seriesCount: Int) -> [(series: Int, indices: [Int])] {
        var found = [[Int]](repeating: [], count: seriesCount)
        for index in 0..<count where !places[index].isNaN { found[series[index]].append(index) }
        return found.enumerated().filter { !$0.element.isEmpty }.map { series, indices in
            // Most rows come in order, and may be a million.
            let isSorted = zip(indices, indices.dropFirst()).allSatisfy { places[$0] <= places[$1] }
            return (
                series,
                isSorted ? indices : indices.sorted { (places[$0], $0) < (places[$1], $1) }
            )
        }
    }

    /// A place on the page by its place and amount, whichever way amounts run.
    func point(along place: Double, at amount: Double) -> Point {
        isHorizontal ? Point(amount, place) : Point(place, amount)
    }

    /// The amounts, along whichever direction they run.
    var amounts: [Double] { isHorizontal ? x : y }
    /// The categories or places that the amounts belong to.
    var places: [Double] { isHorizontal ? y : x }
    /// Whether a mark is a sum that has no figure of its own: the steps before it tell it.
    func isSum(_ index: Int) -> Bool {
        layer.stacking == .waterfall && !spans.isEmpty && layer.detail(index).isTotal
            && amounts[index].isNaN
    }

    /// Whether a mark has no figure, or one of the two that it stretches between.
    func isMissing(_ index: Int) -> Bool {
        amounts[index].isNaN || (spans.indices.contains(index) && spans[index].end.isNaN)
    }
}

/// A series of marks: what the legend and the ends of lines name.
struct PlotSeries: Hashable {
    var name: String
    var color: Color
}
