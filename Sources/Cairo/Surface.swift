import CCairo

/// Something to draw on, `cairo_surface_t`: an image or a PDF document.
public class Surface {
    package let pointer: OpaquePointer

    /// Takes over the one reference it is handed.
    package init(adopting pointer: OpaquePointer) { self.pointer = pointer }

    /// Adds a reference of its own, `cairo_surface_reference`.
    package init(retaining pointer: OpaquePointer) {
        self.pointer = cairo_surface_reference(pointer)
    }

    deinit { cairo_surface_destroy(pointer) }

    /// Throws what has gone wrong on this surface so far, `cairo_surface_status`.
    public func check(while activity: @autoclosure () -> String) throws(CairoError) {
        try Cairo.check(cairo_surface_status(pointer), while: activity())
    }
}

/// The pointer itself, or its error with the pointer destroyed.
///
/// Cairo's constructors never return null: a broken surface says so by its status only. Called
/// before the pointer has an owner, since a throwing initializer runs no `deinit`.
func sound(
    _ pointer: OpaquePointer, while activity: @autoclosure () -> String
) throws(CairoError) -> OpaquePointer {
    let status = cairo_surface_status(pointer)
    if status != CAIRO_STATUS_SUCCESS { cairo_surface_destroy(pointer) }
    try check(status, while: activity())
    return pointer
}
