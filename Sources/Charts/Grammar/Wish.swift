import Scales

/// What the marks of one layer want, where the layer can have one answer only.
enum Wish<Value: Hashable & Sendable>: Hashable, Sendable {
    /// Nobody said anything.
    case none
    /// All who said anything want this.
    case one(Value)
    /// They differ, and get the usual.
    case several

    /// What the layer gets; `nil` for the usual.
    var value: Value? {
        if case .one(let value) = self { return value }
        return nil
    }

    /// Takes in what another mark wants.
    mutating func merge(_ other: Wish) {
        switch (self, other) {
        case (_, .none), (.several, _): return
        case (.none, _): self = other
        case (.one(let own), .one(let more)): if own != more { self = .several }
        case (.one, .several): self = .several
        }
    }
}

/// What marks want of their labels.
struct LabelWishes: Hashable, Sendable {
    var which = Wish<LabelOptions.Which>.none
    var position = Wish<LabelOptions.Position>.none
    var alignment = Wish<LabelAlignment>.none
    var spacing = Wish<Double>.none
    var isMovable = Wish<Bool>.none
    var format = Wish<NumberFormat>.none
    var unit = Wish<String>.none
    var size = Wish<Double>.none

    /// Takes in what another mark wants.
    mutating func merge(_ other: LabelWishes) {
        which.merge(other.which)
        position.merge(other.position)
        alignment.merge(other.alignment)
        spacing.merge(other.spacing)
        isMovable.merge(other.isMovable)
        format.merge(other.format)
        unit.merge(other.unit)
        size.merge(other.size)
    }

    /// What the layer's labels are.
    var options: LabelOptions {
        var options = LabelOptions()
        options.which = which.value ?? options.which
        options.position = position.value ?? options.position
        options.alignment = alignment.value ?? options.alignment
        options.spacing = spacing.value
        options.isMovable = isMovable.value ?? options.isMovable
        options.format = format.value
        options.unit = unit.value ?? options.unit
        options.size = size.value
        return options
    }
}
