import CPango

/// Points from Pango's units, `PANGO_SCALE` of them in a point.
func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }

/// Pango's units from points; nothing for NaN, and at most `farthest` points either way.
func units(_ points: Double) -> Int32 {
    guard !points.isNaN else { return 0 }
    return Int32((min(max(points, -farthest), farthest) * Double(PANGO_SCALE)).rounded())
}

/// Far beyond any page, and far within 32 bits of units.
private let farthest = 50_000.0
