// The room of libzip. It promises:
// - an archive is read from memory and unpacked to memory; no file is opened or written;
// - the library is opened at the first archive: a program that reads none does not load it;
// - names are plain paths below the archive's folder, each there once, and what is unpacked stays
//   within limits that are counted while unpacking, whatever the archive says of itself.

import CZip
public import Diagnostics
import Glibc

/// A zip archive in memory: its entries, and their content one by one.
///
/// Not sendable: one thread at a time owns an archive.
public final class ZipArchive {
    /// The entries in the archive's order.
    public let entries: [ZipEntry]

    private let zip: lamina_zip
    private let handle: OpaquePointer
    // libzip reads from it whenever an entry is read, so it lives as long as `handle`.
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let file: String
    private let limits: ZipLimits
    private let places: [String: Int]
    /// How many bytes have been unpacked so far, those of failed reads too.
    private var unpackedBytes = 0

    /// Reads the archive's directory; `file` is its name in messages.
    ///
    /// Throws a `Diagnostic` where the bytes are no sound archive, where it has too many entries, a
    /// name that is no plain path below the archive's folder, or one name twice.
    public init(
        _ bytes: [UInt8], file: String, limits: ZipLimits = ZipLimits()
    ) throws(Diagnostic) {
        let zip = try Library.functions()
        let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        _ = input.initialize(from: bytes)
        let handle: OpaquePointer
        do throws(Diagnostic) {
            handle = try open(
                UnsafeBufferPointer(rebasing: input.prefix(bytes.count)), with: zip, file: file)
        } catch {
            input.deallocate()
            throw error
        }
        let directory: [ZipEntry]
        var places: [String: Int] = [:]
        do throws(Diagnostic) {
            directory = try entriesOf(handle, with: zip, file: file, limit: limits.entries)
            for (index, entry) in directory.enumerated() {
                // `a` and `a/` are one name to a file system.
                let path = entry.isFolder ? String(entry.name.dropLast()) : entry.name
                guard places.updateValue(index, forKey: path) == nil else {
                    throw .error(
                        "the archive has two entries “\(entry.shownName)”",
                        at: SourceLocation(file: file))
                }
            }
        } catch {
            zip.discard(handle)
            input.deallocate()
            throw error
        }
        self.zip = zip
        self.input = input
        self.handle = handle
        self.file = file
        self.limits = limits
        self.entries = directory
        self.places = places
    }

    deinit {
        zip.discard(handle)
        input.deallocate()
    }

    /// The file of that name, exactly; `nil` where there is none, or it is a folder.
    public func entry(named name: String) -> ZipEntry? {
        guard let index = places[name], !entries[index].isFolder else { return nil }
        return entries[index]
    }

    /// The content of the file of that name, unpacked.
    ///
    /// Throws a `Diagnostic` as `read(_:limit:)` does, and where there is no such file.
    public func read(_ name: String, limit: Int? = nil) throws(Diagnostic) -> [UInt8] {
        guard let entry = entry(named: name) else {
            throw fault("the archive has no file “\(excerpt(of: name))”")
        }
        return try read(entry, limit: limit)
    }

    /// An entry's content, unpacked and compared with its checksum; nothing for a folder.
    ///
    /// Throws a `Diagnostic` where the entry is encrypted, packed by another method than deflate,
    /// damaged, or larger than `limit` or the archive's limits allow.
    public func read(_ entry: ZipEntry, limit: Int? = nil) throws(Diagnostic) -> [UInt8] {
        if entry.isFolder { return [] }
        let name = entry.shownName
        guard !entry.isEncrypted else {
            throw fault("“\(name)” is encrypted", hint: "pack it without a password")
        }
        guard entry.method == ZIP_CM_STORE || entry.method == ZIP_CM_DEFLATE else {
            throw fault(
                "“\(name)” is packed by method \(entry.method)",
                hint: "pack it by deflate, the usual method")
        }
        let allowed = min(limit ?? limits.entryBytes, limits.entryBytes)
        // Saves unpacking what says itself that it is too large; what lies is stopped below.
        guard entry.size <= allowed else { throw tooLarge(name, allowed) }
        guard let stream = zip.fopen_index(handle, entry.index, 0) else {
            throw fault("“\(name)” cannot be read: \(words(of: zip.get_error(handle)))")
        }
        defer { _ = zip.fclose(stream) }
        var content: [UInt8] = []
        content.reserveCapacity(min(entry.size, max(input.count, ZipLimits.ratioStart)))
        while true {
            let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { part in
                guard let start = part.baseAddress else { return -1 }
                let count = Int(zip.fread(stream, start, UInt64(part.count)))
                if count > 0 { content.append(contentsOf: part.prefix(count)) }
                return count
            }
            if count == 0 { break }
            guard count > 0 else {
                throw fault("“\(name)” is damaged: \(words(of: zip.file_get_error(stream)))")
            }
            unpackedBytes += count
            guard content.count <= allowed else { throw tooLarge(name, allowed) }
            guard unpackedBytes <= limits.totalBytes else {
                throw fault(
                    "what is read from the archive has more than \(limits.totalBytes) bytes",
                    hint: Limit.unpackedBytes.hint("pack less into it"))
            }
            let isDense = content.count / max(limits.ratio, 1) > entry.packedSize
            guard !isDense || content.count <= ZipLimits.ratioStart else {
                throw fault(
                    "“\(name)” unpacks to more than \(limits.ratio) times its size",
                    hint: Limit.unpackRatio.hint("it may be made to exhaust memory"))
            }
        }
        guard content.count == entry.size else {
            throw fault(
                "“\(name)” is damaged: it has \(content.count) bytes, and the archive says "
                    + "\(entry.size)")
        }
        return content
    }

    // MARK: - Words

    private func fault(_ message: String, hint: String? = nil) -> Diagnostic {
        .error(message, at: SourceLocation(file: file), hint: hint)
    }

    private func tooLarge(_ name: String, _ allowed: Int) -> Diagnostic {
        fault(
            "“\(name)” has more than \(allowed) bytes unpacked",
            hint: Limit.unpackedBytes.hint("pack less into it"))
    }

    private func words(of error: UnsafeMutablePointer<zip_error_t>?) -> String {
        Zip.words(of: error, with: zip)
    }
}

/// Opens an archive over bytes that outlive it; whoever calls discards it.
private func open(
    _ bytes: UnsafeBufferPointer<UInt8>, with zip: lamina_zip, file: String
) throws(Diagnostic) -> OpaquePointer {
    var error = zip_error_t()
    zip.error_init(&error)
    defer { zip.error_fini(&error) }
    // libzip takes nothing for an archive without entries.
    guard !bytes.isEmpty else {
        throw .error("the file is empty", at: SourceLocation(file: file))
    }
    guard let source = zip.source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error)
    else {
        throw .error(words(of: &error, with: zip), at: SourceLocation(file: file))
    }
    guard let handle = zip.open_from_source(source, ZIP_RDONLY, &error) else {
        // Only an archive that was opened takes the source over.
        zip.source_free(source)
        throw .error(
            "this is no sound zip archive: \(words(of: &error, with: zip))",
            at: SourceLocation(file: file))
    }
    return handle
}

private func entriesOf(
    _ handle: OpaquePointer, with zip: lamina_zip, file: String, limit: Int
) throws(Diagnostic) -> [ZipEntry] {
    let place = SourceLocation(file: file)
    let count = Int(zip.get_num_entries(handle, 0))
    guard count <= limit else {
        throw .error("the archive has more than \(limit) entries", at: place)
    }
    var entries: [ZipEntry] = []
    entries.reserveCapacity(max(count, 0))
    for index in 0..<UInt64(max(count, 0)) {
        var status = zip_stat_t()
        zip.stat_init(&status)
        guard zip.stat_index(handle, index, 0, &status) == 0,
            let raw = zip.get_name(handle, index, zip_flags_t(ZIP_FL_ENC_RAW)),
            let converted = zip.get_name(handle, index, 0)
        else {
            throw .error(
                "entry \(index + 1) of the archive cannot be read: "
                    + words(of: zip.get_error(handle), with: zip), at: place)
        }
        let bytes = UnsafeBufferPointer(
            start: UnsafeRawPointer(raw).assumingMemoryBound(to: UInt8.self), count: strlen(raw))
        let name = String(cString: converted)
        // libzip makes a space of a NUL, and of other control characters what code page 437 shows
        // for them: so it is the bytes that are looked at.
        let control = bytes.contains { $0 < 0x20 || $0 == 0x7F }
        let fault = control ? "has a control character in its name" : fault(ofName: name)
        if let fault {
            throw .error(
                "entry \(index + 1) of the archive, “\(excerpt(of: name))”, \(fault)", at: place)
        }
        entries.append(
            ZipEntry(
                name: name, size: Int(clamping: status.size), index: index,
                packedSize: Int(clamping: status.comp_size), method: status.comp_method,
                isEncrypted: status.encryption_method != ZIP_EM_NONE))
    }
    return entries
}

/// What libzip says of an error, in words of ours for those that files cause.
private func words(of error: UnsafeMutablePointer<zip_error_t>?, with zip: lamina_zip) -> String {
    switch zip.error_code_zip(error) {
    case ZIP_ER_NOZIP: "it has no directory of entries at its end"
    case ZIP_ER_INCONS, ZIP_ER_NOENT: "what it says in one place contradicts another"
    case ZIP_ER_MULTIDISK: "it is one part of several"
    case ZIP_ER_CRC: "its checksum does not match"
    case ZIP_ER_ZLIB, ZIP_ER_COMPRESSED_DATA: "its packed bytes are not sound"
    case ZIP_ER_EOF, ZIP_ER_SEEK, ZIP_ER_READ: "it ends too early"
    case ZIP_ER_MEMORY: "memory is out"
    default: zip.error_strerror(error).map { String(cString: $0) } ?? "unknown error"
    }
}
