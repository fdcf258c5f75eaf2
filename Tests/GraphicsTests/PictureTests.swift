import Graphics
import Testing

/// A JPEG file's beginning: an Exif block if an orientation is asked for, and a frame.
private func jpeg(
    _ width: Int, _ height: Int, orientation: Int? = nil, isLittle: Bool = true,
    marker: UInt8 = 0xC0,
    components: UInt8 = 3, bits: UInt8 = 8
) -> [UInt8] {
    func two(_ number: Int) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }
    func tiff(_ number: Int) -> [UInt8] { isLittle ? two(number).reversed() : two(number) }
    func tiff4(_ number: Int) -> [UInt8] {
        isLittle ? tiff(number) + [0, 0] : [0, 0] + tiff(number)
    }
    var bytes: [UInt8] = [0xFF, 0xD8]
    if let orientation {
        let block =
            Array("Exif\u{0}\u{0}".utf8) + (isLittle ? [0x49, 0x49] : [0x4D, 0x4D]) + tiff(42)
            + tiff4(8) + tiff(2) + (tiff(256) + tiff(3) + tiff4(1) + tiff4(0))
            + (tiff(274) + tiff(3) + tiff4(1) + tiff(orientation) + [0, 0]) + tiff4(0)
        bytes += [0xFF, 0xE1] + two(block.count + 2) + block
    }
    bytes += [0xFF, 0xDB] + two(5) + [1, 2, 3]
    let frame = [bits] + two(height) + two(width) + [components] + [UInt8](repeating: 0, count: 9)
    return bytes + [0xFF, marker] + two(frame.count + 2) + frame + [
        0xFF, 0xDA, 0, 2, 7, 0xFF, 0xD9,
    ]
}

@Test func aPhotographSaysHowLargeItIsAndHowItWasHeld() throws {
    let upright = try Picture(jpeg: jpeg(640, 480))
    #expect(upright.format == .jpeg && upright.size == Size(640, 480))
    #expect(upright.orientation == .upright && upright.bytes == jpeg(640, 480))
    for isLittle in [true, false] {
        for number in 1...8 {
            let picture = try Picture(
                jpeg: jpeg(640, 480, orientation: number, isLittle: isLittle))
            #expect(picture.orientation.rawValue == number)
            #expect(picture.size == (number < 5 ? Size(640, 480) : Size(480, 640)))
            // Where and with what it was taken is nobody's business.
            #expect(picture.bytes == jpeg(640, 480))
        }
        #expect(try Picture(jpeg: jpeg(9, 9, orientation: 9)).orientation == .upright)
    }
}

@Test(arguments: [
    (jpeg(0, 10), "has 0 x 10 pixels"), (jpeg(16_001, 10), "has 16001 x 10 pixels"),
    (jpeg(9, 9, marker: 0xC3), "a kind that PDF does not know"),
    (jpeg(9, 9, components: 4), "CMYK"), (jpeg(9, 9, bits: 12), "12 bits"),
    (Array(jpeg(9, 9)[..<20]), "cut off"), ([0xFF, 0xD8], "cut off"),
    ([0xFF, 0xD8, 0xFF, 0xD9, 0, 2], "no frame"),
    ([1, 2, 3], "no JPEG"), ([0xFF, 0xD8, 0xFF, 0xDB, 0, 1, 0, 0], "damaged"),
])
func whatIsNoPhotographSaysWhy(bytes: [UInt8], fault: String) {
    let thrown = #expect(throws: JPEGFault.self) { try Picture(jpeg: bytes) }
    #expect(thrown?.message.contains(fault) == true, "\(thrown?.message ?? "")")
}

@Test func damagedPhotographsNeverTrap() {
    let sample = jpeg(64, 48, orientation: 6)
    for end in sample.indices {
        _ = try? Picture(jpeg: Array(sample[..<end]))
        for value: UInt8 in [0, 1, 0x80, 0xFF] {
            var bytes = sample
            bytes[end] = value
            _ = try? Picture(jpeg: bytes)
        }
    }
}

@Test func cornersStandWhereTheCameraSawThem() throws {
    let frame = Rect(x: 10, y: 20, width: 30, height: 40)
    // Where the stored picture's top left and top right corners stand, by orientation.
    let corners: [(Int, Point, Point)] = [
        (1, Point(10, 20), Point(40, 20)), (2, Point(40, 20), Point(10, 20)),
        (3, Point(40, 60), Point(10, 60)), (4, Point(10, 60), Point(40, 60)),
        (5, Point(10, 20), Point(10, 60)), (6, Point(40, 20), Point(40, 60)),
        (7, Point(40, 60), Point(40, 20)), (8, Point(10, 60), Point(10, 20)),
    ]
    for (number, left, right) in corners {
        let placed = try Picture(jpeg: jpeg(6, 8, orientation: number)).placement(in: frame)
        let (first, second) = (placed.apply(to: Point(0, 0)), placed.apply(to: Point(6, 0)))
        #expect(abs(first.x - left.x) < 1e-9 && abs(first.y - left.y) < 1e-9, "\(number)")
        #expect(abs(second.x - right.x) < 1e-9 && abs(second.y - right.y) < 1e-9, "\(number)")
    }
}
