/// The ICC profile of sRGB, by which colours of archived documents are read.
///
/// Written from the standards' figures: primaries and curve of IEC 61966-2-1, adapted to D50 by Bradford,
/// as a matrix profile of ICC.1:2010 (version 4.3). 588 bytes; no profile had to be shipped.
enum SRGBProfile {
    /// The profile's bytes.
    static let bytes: [UInt8] = {
        let red: [Double] = [0.436_065_67, 0.222_488_40, 0.013_916_02]
        let green: [Double] = [0.385_147_09, 0.716_873_17, 0.097_076_42]
        let blue: [Double] = [0.143_066_41, 0.060_607_91, 0.714_096_07]
        let adaptation: [Double] = [
            1.047_882_08, 0.022_918_70, -0.050_216_67, 0.029_586_79, 0.990_478_52,
            -0.017_074_58, -0.009_246_83, 0.015_075_68, 0.751_678_47,
        ]
        // Y = ((X + 0.055) / 1.055)^2.4 above 0.04045, X / 12.92 below: the curve of type 3.
        let curve: [Double] = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.040_45]
        let tags: [(name: String, data: [UInt8])] = [
            ("desc", words("sRGB IEC61966-2.1")),
            ("cprt", words("No copyright, use freely")),
            ("wtpt", numbers("XYZ ", whitePoint)),
            ("rXYZ", numbers("XYZ ", red)), ("gXYZ", numbers("XYZ ", green)),
            ("bXYZ", numbers("XYZ ", blue)), ("chad", numbers("sf32", adaptation)),
            ("rTRC", parametric(curve)), ("gTRC", parametric(curve)), ("bTRC", parametric(curve)),
        ]
        return profile(tags)
    }()

    /// D50, the white of profiles.
    private static let whitePoint = [0.964_202_88, 1, 0.824_905_40]

    /// Header, table of tags, and their data, equal ones once.
    private static func profile(_ tags: [(name: String, data: [UInt8])]) -> [UInt8] {
        var table = big(UInt32(tags.count))
        var data: [UInt8] = []
        var known: [[UInt8]: Int] = [:]
        let start = 128 + 4 + 12 * tags.count
        for tag in tags {
            let offset = known[tag.data] ?? start + data.count
            if known.updateValue(offset, forKey: tag.data) == nil {
                data += tag.data
                data += Array(repeating: 0, count: (4 - data.count % 4) % 4)
            }
            table += Array(tag.name.utf8) + big(UInt32(offset)) + big(UInt32(tag.data.count))
        }
        var header = big(UInt32(start + data.count)) + [0, 0, 0, 0] + big(0x0430_0000)
        header += Array("mntrRGB XYZ ".utf8)
        // The day of ICC.1:2010: a profile has to have one.
        header += [2010, 12, 1, 0, 0, 0].flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        header += Array("acsp".utf8) + Array(repeating: 0, count: 28)
        header += whitePoint.flatMap(fixed)
        header += Array(repeating: 0, count: 128 - header.count)
        return header + table + data
    }

    /// `multiLocalizedUnicodeType` with one English text.
    private static func words(_ text: String) -> [UInt8] {
        let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        return Array("mluc".utf8) + big(0) + big(1) + big(12) + Array("enUS".utf8)
            + big(UInt32(units.count)) + big(28) + units
    }

    private static func numbers(_ type: String, _ values: [Double]) -> [UInt8] {
        Array(type.utf8) + big(0) + values.flatMap(fixed)
    }

    /// `parametricCurveType` of function type 3.
    private static func parametric(_ values: [Double]) -> [UInt8] {
        Array("para".utf8) + big(0) + [0, 3, 0, 0] + values.flatMap(fixed)
    }

    /// `s15Fixed16Number`.
    private static func fixed(_ value: Double) -> [UInt8] {
        big(UInt32(bitPattern: Int32((value * 65_536).rounded())))
    }

    private static func big(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
