import CGMime

/// Makes GMime's objects of parts.
struct PartWriter {
    let gmime: lamina_gmime
    private var boundaries = 0

    init(gmime: lamina_gmime) { self.gmime = gmime }

    /// A part as an object that the caller owns; `nil` where memory is out.
    mutating func object(of part: MIMEPart) -> OpaquePointer? {
        switch part {
        case .text(let text, let subtype):
            guard
                let made = leaf(
                    "text", subtype, Array(text.utf8), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE)
            else { return nil }
            gmime.object_set_parameter(made, "charset", "utf-8")
            return made
        case .data(let bytes, let type, let name, let disposition, let id):
            let kinds = type.split(separator: "/", maxSplits: 1)
            guard kinds.count == 2,
                let made = leaf(
                    String(kinds[0]), String(kinds[1]), bytes, GMIME_CONTENT_ENCODING_BASE64)
            else { return nil }
            gmime.object_set_disposition(made, disposition.rawValue)
            gmime.part_set_filename(made, name)
            if let id { gmime.object_set_content_id(made, id) }
            return made
        case .multipart(let subtype, let root, let parts):
            guard let multipart = gmime.multipart_new(subtype) else { return nil }
            // `=_` never stands in a part: quoted-printable writes `=` in another way, and base64 has it
            // at the end alone (RFC 2045, 6.7).
            boundaries += 1
            gmime.multipart_set_boundary(multipart, "=_lamina-\(boundaries)")
            if let root { gmime.object_set_parameter(multipart, "type", root) }
            for part in parts {
                guard let made = self.object(of: part) else {
                    g_object_unref(UnsafeMutableRawPointer(multipart))
                    return nil
                }
                gmime.multipart_add(multipart, made)
                g_object_unref(UnsafeMutableRawPointer(made))
            }
            return multipart
        }
    }

    private func leaf(
        _ type: String, _ subtype: String, _ bytes: [UInt8], _ encoding: GMimeContentEncoding
    ) -> OpaquePointer? {
        guard let part = gmime.part_new(type, subtype) else { return nil }
        let stream = bytes.withUnsafeBytes { buffer in
            gmime.stream_new_copying(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        guard let stream, let content = gmime.content_new(stream, GMIME_CONTENT_ENCODING_DEFAULT)
        else {
            g_object_unref(UnsafeMutableRawPointer(part))
            return nil
        }
        gmime.part_set_content(part, content)
        g_object_unref(UnsafeMutableRawPointer(content))
        g_object_unref(UnsafeMutableRawPointer(stream))
        gmime.part_set_encoding(part, encoding)
        return part
    }
}
