import CSQLite

extension Database {
    /// All tables as the bytes of a database file: `sqlite3_serialize`.
    ///
    /// Throws where there is no memory for a copy.
    public func image() throws(DatabaseError) -> [UInt8] {
        var size: sqlite3_int64 = 0
        guard let bytes = sqlite3_serialize(handle, "main", &size, 0) else {
            throw DatabaseError(SQLITE_NOMEM, in: handle)
        }
        defer { sqlite3_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
    }

    /// A database that holds what an image does, to be read only: `sqlite3_deserialize`.
    ///
    /// Throws where the image is none, or there is no memory for it. An image that was made by hand may
    /// be found broken only when it is asked, as an error of the statement.
    public convenience init(
        image: ArraySlice<UInt8>, limits: QueryLimits = QueryLimits()
    ) throws(DatabaseError) {
        try self.init(limits: limits)
        let size = sqlite3_int64(image.count)
        guard let memory = sqlite3_malloc64(sqlite3_uint64(max(1, image.count))) else {
            throw DatabaseError(SQLITE_NOMEM, in: handle)
        }
        image.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress {
                memory.copyMemory(from: start, byteCount: bytes.count)
            }
        }
        // It frees the memory when the database goes, and also where it fails.
        let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
        let code = sqlite3_deserialize(
            handle, "main", memory.assumingMemoryBound(to: UInt8.self), size, size, flags)
        guard code == SQLITE_OK else { throw DatabaseError(code, in: handle) }
        // Pages are then read where they lie: SQLite would else copy each one, at every query.
        let reading = sqlite3_exec(handle, "PRAGMA mmap_size = \(size)", nil, nil, nil)
        guard reading == SQLITE_OK else { throw DatabaseError(reading, in: handle) }
    }
}
