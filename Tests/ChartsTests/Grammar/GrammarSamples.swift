import Charts
import Scales

/// The layers of some content.
func builtLayers(@ChartContentBuilder of content: () -> some ChartContent) -> [Layer] {
    Chart(content: content).layers
}

extension Channel {
    /// Figures under a label.
    static func figures(_ label: String, _ values: [Double?]) -> Channel {
        Channel(label, .numbers(values))
    }

    /// Names under a label.
    static func words(_ label: String, _ values: [String]) -> Channel {
        Channel(label, .names(values))
    }
}

extension Layer {
    /// The layer with a change.
    func changed(_ change: (inout Layer) -> Void) -> Layer {
        var copy = self
        change(&copy)
        return copy
    }
}

/// A bar of 7 for a category.
func namedBar(_ name: String = "A", _ value: Double = 7) -> BarMark {
    BarMark(x: .value("Name", name), y: .value("Sum", value))
}

/// The layer of bars for categories.
func namedBars(_ values: KeyValuePairs<String, Double?> = ["A": 7]) -> Layer {
    Layer(
        .bar, [.x: .words("Name", values.map(\.key)), .y: .figures("Sum", values.map(\.value))])
}

/// A point of a line.
func yearPoint(_ x: Double = 1, _ y: Double = 7) -> LineMark {
    LineMark(x: .value("Year", x), y: .value("Sum", y))
}

/// The layer of a line.
func yearLine(_ x: [Double] = [1], _ y: [Double] = [7]) -> Layer {
    Layer(.line, [.x: .figures("Year", x), .y: .figures("Sum", y)])
}
