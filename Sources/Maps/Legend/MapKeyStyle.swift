public import Graphics

/// The letters and lines of a map's key.
///
/// Letters below 10.5 pt are drawn at 10.5 pt; a colour of letters that cannot be read on the ground
/// gives way to black or white.
public struct MapKeyStyle: Hashable, Sendable {
    /// The title.
    public var title: TextStyle
    /// Names of classes, categories and signs.
    public var label: TextStyle
    /// Figures along ramps and beside circles.
    public var figure: TextStyle
    /// The colour under the key.
    public var ground: Color
    /// The line around what is hatched or too pale to be seen on the ground.
    public var outline: Stroke

    /// A style, part by part.
    public init(
        title: TextStyle, label: TextStyle, figure: TextStyle, ground: Color, outline: Stroke
    ) {
        self.title = title
        self.label = label
        self.figure = figure
        self.ground = ground
        self.outline = outline
    }

    /// The smallest letters of a map, in points.
    public static let leastSize = 10.5
    /// Colours with less contrast to the ground have a line around them.
    private static let leastContrast = 1.35

    /// The style as it can be read.
    func readable(_ style: TextStyle) -> TextStyle {
        style.with { style in
            style.size = style.size >= Self.leastSize ? style.size : Self.leastSize
            if style.color.contrast(with: ground) < Color.readableContrast {
                style.color = ground.mostReadable(among: [.black, .white])
            }
        }
    }

    /// Whether a fill needs a line around it.
    func needsOutline(_ paint: Paint) -> Bool {
        switch paint {
        case .hatch: true
        case .color(let color): color.contrast(with: ground) < Self.leastContrast
        }
    }
}
