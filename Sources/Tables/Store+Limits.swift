public import Diagnostics
import SQLite

extension Store {
    /// A store without tables, whose queries keep to the limits of a run.
    ///
    /// Throws `Diagnostics` where SQLite cannot be used.
    public convenience init(within limits: Limits) throws {
        try self.init(limits: QueryLimits(limits))
    }

    /// A store from an image of its tables, whose queries keep to the limits of a run.
    ///
    /// Throws `Diagnostics` where the image is none.
    public convenience init(image: ArraySlice<UInt8>, within limits: Limits) throws {
        try self.init(image: image, limits: QueryLimits(limits))
    }
}

extension QueryLimits {
    fileprivate init(_ limits: Limits) {
        self.init(
            steps: limits[.querySteps], rows: limits[.queryRows], memoryBytes: limits[.queryMemory])
    }
}
