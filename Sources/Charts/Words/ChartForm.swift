import Scales

/// What kind of chart a reader would say it is.
enum ChartForm: Hashable {
    case bars
    case groupedBars
    case stackedBars
    case sharedBars
    case rangedBars
    case waterfall
    case lines
    case areas
    case stackedAreas
    case sharedAreas
    case dots
    case scatter
    case bubbles
    case pie
    case donut
    case heatMap
    case cells
    case barsAndLines
    case linesAndPoints
    case mixed
    case other

    /// The form of a chart; `data` is what its layers resolve to, where they do.
    init(_ chart: Chart, _ data: PlotData?) {
        let shown = chart.layers.filter { layer in
            switch layer.mark {
            case .rule: false
            case .rectangle: layer.channels[.x] != nil && layer.channels[.y] != nil
            case .bar, .line, .area, .point, .sector: layer.count > 0
            }
        }
        if let layer = shown.first(where: { $0.mark == .sector }) {
            self = layer.innerRadius > 0 ? .donut : .pie
            return
        }
        let kinds = Layer.Mark.allCases.filter { kind in shown.contains { $0.mark == kind } }
        switch kinds {
        case [.bar]: self = Self.bars(shown, data)
        case [.line]: self = .lines
        case [.area], [.line, .area]: self = Self.areas(shown, data)
        case [.point]: self = Self.points(shown)
        case [.bar, .line]: self = .barsAndLines
        case [.line, .point]: self = .linesAndPoints
        case [.rectangle]:
            self = shown.contains { $0.channels[.color]?.isNumbers == true } ? .heatMap : .cells
        case []: self = .other
        default: self = .mixed
        }
    }

    private static func bars(_ layers: [Layer], _ data: PlotData?) -> ChartForm {
        if layers.contains(where: { $0.stacking == .waterfall }) { return .waterfall }
        if layers.contains(where: { $0.stacking == .normalized }) { return .sharedBars }
        if layers.contains(where: { $0.channels[.xEnd] != nil || $0.channels[.yEnd] != nil }) {
            return .rangedBars
        }
        guard let data else { return .bars }
        let marks = data.marks.filter { $0.layer.mark == .bar }
        if marks.contains(where: { $0.isStacked }) { return .stackedBars }
        return marks.contains { $0.laneCount > 1 } ? .groupedBars : .bars
    }

    private static func areas(_ layers: [Layer], _ data: PlotData?) -> ChartForm {
        if layers.contains(where: { $0.stacking == .normalized }) { return .sharedAreas }
        let marks = data?.marks.filter { $0.layer.mark == .area } ?? []
        return marks.contains { $0.isStacked } ? .stackedAreas : .areas
    }

    private static func points(_ layers: [Layer]) -> ChartForm {
        if layers.contains(where: { $0.channels[.size] != nil }) { return .bubbles }
        let areNumbers = layers.allSatisfy { layer in
            layer.channels[.x]?.isNumbers == true && layer.channels[.y]?.isNumbers == true
        }
        return areNumbers ? .scatter : .dots
    }
}
