import CCairo

/// A pen on a surface, `cairo_t`.
///
/// Cairo's errors stick: after the first one, nothing more is drawn. `check` says so at the end of
/// a page; in debug builds each call asserts that it was not the one.
public final class Context {
    /// How a line ends.
    public enum LineCap: Hashable, Sendable {
        /// Cut off at the end point.
        case butt
        /// With a half circle around the end point.
        case round
    }

    /// How two segments meet.
    public enum LineJoin: Hashable, Sendable {
        /// With a pointed corner.
        case miter
        /// With a rounded corner.
        case round
    }

    /// How a picture is resampled.
    public enum Filter: Hashable, Sendable {
        /// The nearest pixel; in PDF, the picture as it is.
        case nearest
        /// Smooth, and averaging when made smaller; in PDF it sets `/Interpolate`.
        case good
    }

    package let pointer: OpaquePointer

    /// A pen at the surface's top left corner, `cairo_create`; keeps the surface alive.
    ///
    /// - Throws: `CairoError` where the surface is broken or finished.
    public init(_ surface: Surface) throws(CairoError) {
        let activity = "starting to draw"
        guard let pointer = cairo_create(surface.pointer) else {
            throw CairoError(.noMemory, while: activity)
        }
        let status = cairo_status(pointer)
        if status != CAIRO_STATUS_SUCCESS { cairo_destroy(pointer) }
        try Cairo.check(status, while: activity)
        self.pointer = pointer
    }

    deinit { cairo_destroy(pointer) }

    /// Throws what has gone wrong with this pen so far, `cairo_status`.
    public func check(while activity: @autoclosure () -> String) throws(CairoError) {
        try Cairo.check(cairo_status(pointer), while: activity())
    }

    // MARK: - State

    /// Runs `body` between `cairo_save` and `cairo_restore`.
    public func saving<Result>(_ body: () throws -> Result) rethrows -> Result {
        cairo_save(pointer)
        defer {
            cairo_restore(pointer)
            settle()
        }
        return try body()
    }

    /// Maps all that follows, `cairo_transform`.
    ///
    /// - Throws: `CairoError` where the map has no inverse; the pen stays sound.
    public func transform(by matrix: Matrix) throws(CairoError) {
        guard matrix.isInvertible else {
            throw CairoError(.invalidMatrix, while: "transforming by \(matrix)")
        }
        var raw = matrix.raw
        cairo_transform(pointer, &raw)
        settle()
    }

    /// Replaces the map from user to device space, `cairo_set_matrix`.
    ///
    /// - Throws: `CairoError` where the map has no inverse; the pen stays sound.
    public func setTransform(_ matrix: Matrix) throws(CairoError) {
        guard matrix.isInvertible else {
            throw CairoError(.invalidMatrix, while: "transforming by \(matrix)")
        }
        var raw = matrix.raw
        cairo_set_matrix(pointer, &raw)
        settle()
    }

    /// The colour of what follows, `cairo_set_source_rgba`; channels from 0 to 1.
    public func setColor(red: Double, green: Double, blue: Double, alpha: Double = 1) {
        cairo_set_source_rgba(pointer, red, green, blue, alpha)
        settle()
    }

    /// A surface in place of a colour, `cairo_set_source_surface`, its corner at the origin.
    public func setSource(_ surface: Surface, filter: Filter) {
        cairo_set_source_surface(pointer, surface.pointer, 0, 0)
        let pattern = cairo_get_source(pointer)
        switch filter {
        case .nearest:
            cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
        case .good:
            cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD)
            // The last pixel repeats beyond the edge, or a stretched picture would fade out there.
            // Not for `nearest`: it does not fade, and a PDF would hold a padded copy.
            cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
        }
        settle()
    }

    /// The thickness of lines, `cairo_set_line_width`.
    public func setLineWidth(_ width: Double) {
        cairo_set_line_width(pointer, width)
        settle()
    }

    /// How lines end, `cairo_set_line_cap`.
    public func setLineCap(_ cap: LineCap) {
        cairo_set_line_cap(pointer, cap == .butt ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND)
        settle()
    }

    /// How lines meet, `cairo_set_line_join`.
    public func setLineJoin(_ join: LineJoin) {
        cairo_set_line_join(
            pointer, join == .miter ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND)
        settle()
    }

    /// Lengths of dashes and gaps in turn, `cairo_set_dash`; empty for solid lines.
    ///
    /// - Throws: `CairoError` where one is negative or not finite, or all are zero; the pen stays
    ///   sound.
    public func setDash(_ lengths: [Double]) throws(CairoError) {
        let total = lengths.reduce(0, +)
        guard lengths.isEmpty || (lengths.allSatisfy { $0 >= 0 } && total > 0 && total.isFinite)
        else { throw CairoError(.invalidDash, while: "setting dashes to \(lengths)") }
        cairo_set_dash(pointer, lengths, Int32(clamping: lengths.count), 0)
        settle()
    }

    // MARK: - Path

    /// Forgets the path, `cairo_new_path`.
    public func newPath() {
        cairo_new_path(pointer)
        settle()
    }

    /// Starts a subpath, `cairo_move_to`.
    public func move(x: Double, y: Double) {
        cairo_move_to(pointer, x, y)
        settle()
    }

    /// Adds a straight line, `cairo_line_to`.
    public func addLine(x: Double, y: Double) {
        cairo_line_to(pointer, x, y)
        settle()
    }

    /// Adds a cubic Bézier curve, `cairo_curve_to`.
    public func addCurve(
        x1: Double, y1: Double, x2: Double, y2: Double, x: Double, y: Double
    ) {
        cairo_curve_to(pointer, x1, y1, x2, y2, x, y)
        settle()
    }

    /// Closes the subpath, `cairo_close_path`.
    public func closePath() {
        cairo_close_path(pointer)
        settle()
    }

    /// Adds a rectangle, `cairo_rectangle`.
    public func addRectangle(x: Double, y: Double, width: Double, height: Double) {
        cairo_rectangle(pointer, x, y, width, height)
        settle()
    }

    // MARK: - Drawing

    /// Fills the path and forgets it, `cairo_fill`.
    public func fill() {
        cairo_fill(pointer)
        settle()
    }

    /// Fills the path and keeps it, `cairo_fill_preserve`.
    public func fillKeepingPath() {
        cairo_fill_preserve(pointer)
        settle()
    }

    /// Draws the outline of the path and forgets it, `cairo_stroke`.
    public func stroke() {
        cairo_stroke(pointer)
        settle()
    }

    /// Covers all that the clip leaves, `cairo_paint`.
    public func paint() {
        cairo_paint(pointer)
        settle()
    }

    /// Narrows the clip to the path and forgets the path, `cairo_clip`.
    public func clip() {
        cairo_clip(pointer)
        settle()
    }

    /// The extent of the clip in user space, `cairo_clip_extents`.
    public var clipExtents: (x1: Double, y1: Double, x2: Double, y2: Double) {
        var (x1, y1, x2, y2) = (0.0, 0.0, 0.0, 0.0)
        cairo_clip_extents(pointer, &x1, &y1, &x2, &y2)
        return (x1, y1, x2, y2)
    }

    /// Ends a page, `cairo_show_page`.
    ///
    /// - Throws: `CairoError` for anything that went wrong on the page, and where its bytes could
    ///   not be written.
    public func showPage() throws(CairoError) {
        try check(while: "drawing a page")
        cairo_show_page(pointer)
        try check(while: "writing a page")
    }

    /// Tells in debug builds where an error began; release builds see it at the page's end.
    @inline(__always)
    package func settle(_ call: StaticString = #function) {
        assert(
            cairo_status(pointer) == CAIRO_STATUS_SUCCESS,
            "\(call): \(String(cString: cairo_status_to_string(cairo_status(pointer))))")
    }
}
