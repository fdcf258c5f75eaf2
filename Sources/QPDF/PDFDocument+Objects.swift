import CQPDF
import Glibc

// Objects and what is in them. Asking an object for what it is not is an error that the next check finds.

extension PDFDocument {
    /// The entry points of the file, `qpdf_get_trailer`.
    public var trailer: Object { Object(handle: qpdf.get_trailer(data)) }

    /// One more than the highest number of an object.
    public var objectCount: Int { integer(value("/Size", of: trailer)) ?? 0 }

    /// The object of a number, `qpdf_get_object_by_id`; null where there is none.
    public func object(_ number: Int) -> Object {
        Object(handle: qpdf.get_object_by_id(data, Int32(clamping: number), 0))
    }

    /// The pages in their order, `qpdf_get_page_n`.
    public var pages: [Object] {
        (0..<max(0, Int(qpdf.get_num_pages(data)))).map {
            Object(handle: qpdf.get_page_n(data, $0))
        }
    }

    // MARK: - Kinds

    /// Whether it is a list of objects.
    public func isArray(_ object: Object) -> Bool { qpdf.oh_is_array(data, object.handle) != 0 }

    /// Whether it is a list of named objects.
    public func isDictionary(_ object: Object) -> Bool {
        qpdf.oh_is_dictionary(data, object.handle) != 0
    }

    /// Whether it is bytes with a dictionary.
    public func isStream(_ object: Object) -> Bool { qpdf.oh_is_stream(data, object.handle) != 0 }

    /// Whether it is nothing.
    public func isNull(_ object: Object) -> Bool { qpdf.oh_is_null(data, object.handle) != 0 }

    /// Whether it is a name, which starts with a slash.
    public func isName(_ object: Object, _ name: String) -> Bool {
        qpdf.oh_is_name_and_equals(data, object.handle, name) != 0
    }

    /// Its value as a whole number; `nil` where it is none.
    public func integer(_ object: Object) -> Int? {
        guard qpdf.oh_is_integer(data, object.handle) != 0 else { return nil }
        return Int(qpdf.oh_get_int_value(data, object.handle))
    }

    /// Its value as a number, whole or not; `nil` where it is none.
    public func number(_ object: Object) -> Double? {
        guard qpdf.oh_is_number(data, object.handle) != 0 else { return nil }
        return qpdf.oh_get_numeric_value(data, object.handle)
    }

    /// Its value as a text; empty where it is none.
    public func string(_ object: Object) -> String {
        guard qpdf.oh_is_string(data, object.handle) != 0,
            let text = qpdf.oh_get_utf8_value(data, object.handle)
        else { return "" }
        return String(cString: text)
    }

    // MARK: - Dictionaries

    /// An entry of a dictionary, `qpdf_oh_get_key`; null where it has none.
    public func value(_ key: String, of dictionary: Object) -> Object {
        Object(handle: qpdf.oh_get_key(data, dictionary.handle, key))
    }

    // MARK: - Arrays

    /// The items of an array.
    public func items(of array: Object) -> [Object] {
        (0..<max(0, qpdf.oh_get_array_n_items(data, array.handle))).map {
            Object(handle: qpdf.oh_get_array_item(data, array.handle, $0))
        }
    }

    /// An array of objects.
    public func array(_ items: [Object]) -> Object {
        let array = qpdf.oh_new_array(data)
        for item in items { qpdf.oh_append_item(data, array, item.handle) }
        return Object(handle: array)
    }

    /// Puts another item into an array, `qpdf_oh_set_array_item`.
    public func setItem(_ index: Int, of array: Object, to item: Object) {
        qpdf.oh_set_array_item(data, array.handle, Int32(clamping: index), item.handle)
    }

    // MARK: - New objects

    /// Nothing.
    public var null: Object { Object(handle: qpdf.oh_new_null(data)) }

    /// A whole number.
    public func integer(_ number: Int) -> Object {
        Object(handle: qpdf.oh_new_integer(data, Int64(number)))
    }

    /// A string of bytes.
    public func byteString(_ text: String) -> Object {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                Object(handle: qpdf.oh_new_binary_string(data, $0.baseAddress, $0.count))
            }
        }
    }

    /// An object with a number of its own, to which others may refer, `qpdf_make_indirect_object`.
    public func indirect(_ object: Object) -> Object {
        Object(handle: qpdf.make_indirect_object(data, object.handle))
    }

    // MARK: - Streams

    /// The bytes of a page's content, unpacked, `qpdf_oh_get_page_content_data`.
    public func content(ofPage page: Object) throws(QPDFError) -> [UInt8] {
        var (buffer, count): (UnsafeMutablePointer<UInt8>?, Int) = (nil, 0)
        _ = qpdf.oh_get_page_content_data(data, page.handle, &buffer, &count)
        defer { free(buffer) }
        try check(while: "reading a page")
        return Array(UnsafeBufferPointer(start: buffer, count: buffer == nil ? 0 : count))
    }

    /// A stream with an entry for each key, `qpdf_oh_new_stream`.
    ///
    /// - Parameter isPacked: whether `bytes` are in zlib's format already; qpdf then keeps them as they are.
    public func stream(
        _ bytes: [UInt8], isPacked: Bool = false, _ entries: [(key: String, value: Object)] = []
    ) -> Object {
        let stream = Object(handle: qpdf.oh_new_stream(data))
        replace(stream, with: bytes, isPacked: isPacked)
        let dictionary = Object(handle: qpdf.oh_get_dict(data, stream.handle))
        for (key, value) in entries { set(key, of: dictionary, to: value) }
        return stream
    }

    /// Gives a stream other bytes, `qpdf_oh_replace_stream_data`.
    public func replace(_ stream: Object, with bytes: [UInt8], isPacked: Bool = false) {
        let filter = isPacked ? parsed("/FlateDecode") : null
        bytes.withUnsafeBufferPointer { buffer in
            qpdf.oh_replace_stream_data(
                data, stream.handle, buffer.baseAddress, buffer.count, filter.handle, null.handle)
        }
    }
}
