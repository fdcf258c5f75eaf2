public import Graphics
public import Layout
public import Scales

/// A chart as a value: layers of marks over shared scales, and the words around them.
///
/// Decks make it from YAML, Swift code from builders; the same value always gives the same scene.
public struct Chart: Element, Hashable {
    /// The marks, later layers on top.
    public var layers: [Layer]
    /// How values become places from left to right.
    public var xScale: ScaleOptions
    /// How values become places from bottom to top.
    public var yScale: ScaleOptions
    /// How amounts of layers on the second axis become places.
    public var secondScale: ScaleOptions
    /// The axis below the plot.
    public var xAxis: AxisOptions
    /// The axis left of the plot.
    public var yAxis: AxisOptions
    /// The axis at the other side of the plot.
    public var secondAxis: AxisOptions
    /// How series and amounts become colours.
    public var colors: ColorOptions
    /// Where the names of series stand.
    public var legend: LegendPlace
    /// Comparisons of bars.
    public var comparisons: [Comparison]
    /// Whether the sum of each stack is printed at its end.
    public var hasStackTotals: Bool
    /// Whether percentages of a whole are rounded so that their sum is 100.
    public var roundsToHundred: Bool
    /// A row below lying bars: the whole of which they are parts.
    public var total: ChartTotal?
    /// The words in the hole of a donut.
    public var center: ChartCenter?
    /// What a reader who does not see it is told first; `nil` for what its data say.
    public var accessibilityLabel: String?
    /// What a reader who does not see it is told at length; `nil` for what its data say.
    public var accessibilityDetail: String?
    /// What it shows, in a few words: the start of its alternative text.
    public var title: String
    /// What its amounts are counted in; empty where figures say it.
    public var unit: String
    /// Colours, letters and words.
    public var style: ChartStyle
    /// How numbers and dates are written.
    public var locale: DeckLocale

    /// A chart of `layers`.
    public init(
        layers: [Layer], style: ChartStyle = .standard(.enUS), locale: DeckLocale = .enUS
    ) {
        self.layers = layers
        xScale = ScaleOptions()
        yScale = ScaleOptions()
        secondScale = ScaleOptions()
        xAxis = AxisOptions()
        yAxis = AxisOptions()
        secondAxis = AxisOptions()
        colors = ColorOptions()
        legend = .automatic
        comparisons = []
        hasStackTotals = false
        roundsToHundred = false
        total = nil
        center = nil
        accessibilityLabel = nil
        accessibilityDetail = nil
        title = ""
        unit = ""
        self.style = style
        self.locale = locale
    }

    /// Fills whatever room it is given.
    public func size(in space: Size, measuring measurer: any TextMeasurer) -> Size { space }

    /// Draws itself into a rectangle of the page.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        guard [rect.minX, rect.minY, rect.maxX, rect.maxY].allSatisfy(\.isFinite) else {
            return canvas.error("the chart has no place on the page")
        }
        if layers.contains(where: { $0.mark == .sector }) {
            guard layers.count == 1, let layer = layers.first else {
                return canvas.error(
                    "sectors share no chart with other marks", hint: "draw two charts")
            }
            SectorPlot(chart: self, layer: layer).draw(in: rect, on: &canvas)
        } else {
            CartesianPlot(self).draw(in: rect, on: &canvas)
        }
    }
}
