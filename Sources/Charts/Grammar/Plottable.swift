public import Scales

/// A type whose values have a place, a colour or another visual quality in a chart.
///
/// Numbers, strings and days are plottable, and so are their optionals: a number that is `nil` is a
/// missing figure, which is drawn as missing. A type of one's own says which one stands for it:
///
/// ```swift
/// enum City: String, Plottable { case cusco = "Cusco", lima = "Lima" }
/// ```
public protocol Plottable {
    /// The type that stands for it.
    associatedtype PrimitivePlottable: Plottable

    /// What stands for it.
    var primitivePlottable: PrimitivePlottable { get }
    /// The value as charts keep it; that of its stand-in, unless it is a primitive type.
    var plotted: PlottedValue { get }
    /// What charts keep where there is none; that of its stand-in, unless it is a primitive type.
    static var missing: PlottedValue { get }
}

/// A value as charts keep it.
public enum PlottedValue: Hashable, Sendable {
    /// A figure; `nil` where there is none.
    case number(Double?)
    /// The name of a category; empty where there is none.
    case name(String)
    /// A day; `nil` where there is none.
    case date(CivilDate?)

    /// The value as the name of a category, as channels have it.
    var name: String {
        switch self {
        case .number(let value): Channel("", .numbers([value])).names[0]
        case .name(let value): value
        case .date(let value): value?.description ?? ""
        }
    }
}

extension Plottable {
    /// The value as charts keep it.
    public var plotted: PlottedValue { primitivePlottable.plotted }
    /// What charts keep where there is none.
    public static var missing: PlottedValue { PrimitivePlottable.missing }
}

extension Plottable where Self: RawRepresentable, RawValue: Plottable {
    /// The raw value.
    public var primitivePlottable: RawValue { rawValue }
}

extension Optional: Plottable where Wrapped: Plottable {
    /// Itself.
    public var primitivePlottable: Wrapped? { self }
    /// The value as charts keep it.
    public var plotted: PlottedValue { self?.plotted ?? Wrapped.missing }
    /// What charts keep where there is none.
    public static var missing: PlottedValue { Wrapped.missing }
}

extension String: Plottable {
    /// Itself.
    public var primitivePlottable: String { self }
    /// The name of a category.
    public var plotted: PlottedValue { .name(self) }
    /// The empty name.
    public static var missing: PlottedValue { .name("") }
}

extension CivilDate: Plottable {
    /// Itself.
    public var primitivePlottable: CivilDate { self }
    /// A day.
    public var plotted: PlottedValue { .date(self) }
    /// No day.
    public static var missing: PlottedValue { .date(nil) }
}

extension Double: Plottable {
    /// Itself.
    public var primitivePlottable: Double { self }
    /// A figure.
    public var plotted: PlottedValue { .number(self) }
    /// No figure.
    public static var missing: PlottedValue { .number(nil) }
}

extension Plottable where Self: BinaryFloatingPoint {
    /// The same number.
    public var primitivePlottable: Double { Double(self) }
}

extension Plottable where Self: BinaryInteger {
    /// The same number; beyond 2^53 the nearest there is.
    public var primitivePlottable: Double { Double(self) }
}

extension Float: Plottable {}
extension Int: Plottable {}
extension Int8: Plottable {}
extension Int16: Plottable {}
extension Int32: Plottable {}
extension Int64: Plottable {}
extension UInt: Plottable {}
extension UInt8: Plottable {}
extension UInt16: Plottable {}
extension UInt32: Plottable {}
extension UInt64: Plottable {}
