import Diagnostics
import Expat
import Graphics

extension Resolver {
    /// A picture from the deck's folder, PNG, JPEG or SVG by its first bytes; `nil` where it is none, which is told.
    func picture(_ file: String, at location: SourceLocation) -> Picture? {
        guard let bytes = self.file(file, at: location) else { return nil }
        func refuse(_ message: String, hint: String) -> Picture? {
            findings.add(.error("“\(file)” \(message)", at: location, hint: hint))
            return nil
        }
        if bytes.starts(with: [0xFF, 0xD8]) {
            do throws(JPEGFault) {
                return try Picture(jpeg: bytes)
            } catch {
                return refuse(error.message, hint: "save it again as a JPEG picture in RGB")
            }
        }
        // With or without a byte order mark.
        let start = bytes.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if start.first == UInt8(ascii: "<") {
            do {
                let drawing = try SVGCheck(bytes)
                for warning in drawing.warnings {
                    findings.add(.warning("“\(file)” \(warning)", at: location))
                }
                return Picture(svg: bytes, size: drawing.size)
            } catch let fault as SVGCheck.Fault {
                return refuse(fault.message, hint: fault.hint)
            } catch let error as XMLError {
                return refuse(
                    "is not sound SVG: \(error.message), in line \(error.line)",
                    hint: "save it again as plain SVG")
            } catch {
                return refuse("cannot be read: \(error)", hint: "save it again as plain SVG")
            }
        }
        if let picture = Picture(png: bytes) { return picture }
        return refuse(
            "is neither a PNG nor a JPEG nor an SVG picture",
            hint: "convert it to one of them, at most 16,000 pixels a side")
    }
}
