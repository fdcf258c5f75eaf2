public import Graphics
import Layout
public import Scales

/// An area of a map in one fill: one feature, or several whose inner borders are hidden.
public struct MapRegion: Hashable, Sendable {
    /// The features that make the area.
    public var features: [GeoFeature]
    /// What fills it.
    public var fill: Paint
    /// Its outline; `nil` for the map's borders.
    public var outline: Stroke?
    /// Whether it is spoken of; such areas are drawn over the others.
    public var isLit: Bool

    /// An area.
    public init(features: [GeoFeature], fill: Paint, outline: Stroke? = nil, isLit: Bool) {
        self.features = features
        self.fill = fill
        self.outline = outline
        self.isLit = isLit
    }

    /// The area's outline on a map.
    func path(on map: FittedProjection) -> Path {
        if features.count == 1, let feature = features.first { return map.path(of: feature) }
        return map.path(ofRings: dissolved(features))
    }
}

/// What the colours of a map mean: a ramp from the least to the most, and the sign for no data.
public struct MapLegend: Hashable, Sendable {
    /// Where its title's baseline starts, in points of the page.
    public var place: Point
    /// Width of the ramp in points.
    public var width: Double
    /// What is counted.
    public var title: TextRun
    /// The colours from low to high.
    public var ramp: ColorRamp
    /// The words at the low and at the high end.
    public var ends: (low: TextRun, high: TextRun) { (low, high) }
    private var low: TextRun
    private var high: TextRun
    /// The sign for no data and its words; `nil` where every region has data.
    public var noData: NoData?

    /// The sign for no data and its words.
    public struct NoData: Hashable, Sendable {
        /// The hatch.
        public var hatch: Hatch
        /// The outline of a hatched region.
        public var outline: Stroke
        /// What the hatch means.
        public var label: TextRun

        /// A hatch and its meaning.
        public init(hatch: Hatch, outline: Stroke, label: TextRun) {
            self.hatch = hatch
            self.outline = outline
            self.label = label
        }
    }

    /// A legend at a place of the page.
    public init(
        place: Point, width: Double, title: TextRun, ramp: ColorRamp, low: TextRun, high: TextRun,
        noData: NoData?
    ) {
        self.place = place
        self.width = width
        self.title = title
        self.ramp = ramp
        self.low = low
        self.high = high
        self.noData = noData
    }

    /// Slices of a ramp that look smooth at every density in use.
    private static let slices = 48

    func draw(on canvas: inout Canvas) {
        canvas.text(title.text, title.style, x: place.x, baseline: place.y)
        let bar = Rect(x: place.x, y: place.y + 7, width: width, height: 9)
        let slice = bar.width / Double(Self.slices)
        for index in 0..<Self.slices {
            let color = ramp((Double(index) + 0.5) / Double(Self.slices))
            // Each slice reaches under the next one, so that no seam shows.
            let reach = index == Self.slices - 1 ? slice : slice * 1.6
            canvas.fill(
                Rect(
                    x: bar.minX + Double(index) * slice, y: bar.minY, width: reach,
                    height: bar.height), color)
        }
        canvas.text(low.text, low.style, x: bar.minX, baseline: bar.maxY + 14)
        canvas.text(high.text, high.style, x: bar.maxX, baseline: bar.maxY + 14, .right)
        if let noData {
            let swatch = Rect(x: bar.minX, y: bar.maxY + 26, width: 18, height: 10)
            canvas.add(.path(.rect(swatch), fill: .hatch(noData.hatch), stroke: noData.outline))
            canvas.text(
                noData.label.text, noData.label.style, x: swatch.maxX + 7,
                baseline: swatch.midY + 4)
        }
    }
}
