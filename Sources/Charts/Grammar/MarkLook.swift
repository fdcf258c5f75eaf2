import Graphics

/// What modifiers say of the marks that they reach.
struct MarkLook {
    /// What all marks of a layer share.
    var shared = SharedLook()
    /// What drives further visual qualities, in the order of their names.
    private(set) var channels: [PlottedChannel] = []
    /// A colour of its own.
    var color: Color?
    /// What it wants of its label.
    var labels: LabelWishes?
    /// Whether it has no label.
    var isUnlabelled = false
    /// What it wants at the end of its line.
    var ends: EndOptions?
    /// What is particular to it.
    var detail: Detail?

    /// Lets a value drive a visual quality.
    mutating func set(_ channel: PlottedChannel) {
        let name = channel.name.rawValue
        let place = channels.firstIndex { $0.name.rawValue >= name } ?? channels.count
        if channels.indices.contains(place), channels[place].name == channel.name {
            channels[place] = channel
        } else {
            channels.insert(channel, at: place)
        }
    }

    /// Changes what its labels are to be.
    mutating func wish(_ change: (inout LabelWishes) -> Void) {
        var wishes = labels ?? LabelWishes()
        change(&wishes)
        labels = wishes
    }

    /// Changes what is particular to it.
    mutating func note(_ change: (inout Detail) -> Void) {
        var own = detail ?? .plain
        change(&own)
        detail = own
    }
}

/// The look that all marks of a layer share: marks of another look make another layer.
struct SharedLook: Hashable {
    var opacity = 1.0
    var interpolation = Interpolation.linear
    var stroke: StrokeStyle?
    var symbol: Symbol?
    var markers = Layer.Markers.automatic
    var hasTrack = false
    var isOnSecondAxis = false

    /// Dresses a layer.
    func dress(_ layer: inout Layer) {
        layer.opacity = opacity
        layer.interpolation = interpolation
        layer.lineWidth = stroke?.lineWidth
        layer.dash = stroke?.dash ?? []
        layer.symbol = symbol
        layer.markers = markers
        layer.hasTrack = hasTrack
        layer.isOnSecondAxis = isOnSecondAxis
    }
}
