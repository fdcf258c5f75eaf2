/// What a document says of itself, as XMP (ISO 16684-1), the form that archives read.
struct XMPPacket {
    var metadata: DocumentMetadata
    /// The program that wrote the file, as its Info dictionary has it.
    var producer: String
    var standards: Set<PDFStandard>
    /// The part of PDF/A: 3 where files are attached, else 2.
    var part: Int

    /// The packet's bytes.
    var bytes: [UInt8] {
        var properties = ["<dc:format>application/pdf</dc:format>"]
        properties.append(alternatives("dc:title", metadata.title))
        if !metadata.author.isEmpty {
            properties.append(
                "<dc:creator><rdf:Seq>\(item(metadata.author))</rdf:Seq></dc:creator>")
        }
        if !metadata.subject.isEmpty {
            properties.append(alternatives("dc:description", metadata.subject))
        }
        if !metadata.language.isEmpty {
            properties.append(
                "<dc:language><rdf:Bag>\(item(metadata.language))</rdf:Bag></dc:language>")
        }
        if !metadata.keywords.isEmpty {
            properties.append("<pdf:Keywords>\(escaped(metadata.keywords))</pdf:Keywords>")
        }
        if !producer.isEmpty {
            properties.append("<pdf:Producer>\(escaped(producer))</pdf:Producer>")
        }
        properties += [
            "<xmp:CreatorTool>\(escaped(metadata.creator))</xmp:CreatorTool>",
            "<xmp:CreateDate>\(metadata.date)</xmp:CreateDate>",
            "<xmp:ModifyDate>\(metadata.date)</xmp:ModifyDate>",
        ]
        if standards.contains(.archival) {
            properties += [
                "<pdfaid:part>\(part)</pdfaid:part>",
                "<pdfaid:conformance>A</pdfaid:conformance>",
            ]
        }
        if standards.contains(.accessible) {
            properties.append("<pdfuaid:part>1</pdfuaid:part>")
            if standards.contains(.archival) { properties.append(Self.accessibleSchema) }
        }
        let namespaces = [
            "dc=\"http://purl.org/dc/elements/1.1/\"", "pdf=\"http://ns.adobe.com/pdf/1.3/\"",
            "xmp=\"http://ns.adobe.com/xap/1.0/\"",
            "pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"",
            "pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"",
            "pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"",
            "pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"",
            "pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"",
        ].map { "xmlns:\($0)" }.joined(separator: " ")
        let lines =
            [
                // The byte order mark and the id are the packet's signature.
                "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
                "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
                "<rdf:Description rdf:about=\"\" \(namespaces)>",
            ] + properties + [
                "</rdf:Description>", "</rdf:RDF>", "</x:xmpmeta>", "<?xpacket end=\"r\"?>",
            ]
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// PDF/A knows no `pdfuaid` and wants to be told of it.
    private static let accessibleSchema = """
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>The part of ISO 14289 that the document follows</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        """

    private func alternatives(_ name: String, _ text: String) -> String {
        "<\(name)><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(text))</rdf:li></rdf:Alt></\(name)>"
    }

    private func item(_ text: String) -> String { "<rdf:li>\(escaped(text))</rdf:li>" }

    private func escaped(_ text: String) -> String {
        text.withoutControls.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }
}
