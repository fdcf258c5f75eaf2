import Graphics
import Testing

private let navy = Color(0x0D2238)
private let amber = Color(0xF2A43A)
private let palette = [Color.white, .black, navy, amber, Color(0x14508C), Color(0x777777)]

@Test func hexGoesThereAndBack() {
    for digits in ["000000", "FFFFFF", "14508C", "0A0B0C", "7F8081"] {
        #expect(Color(hex: digits)?.hex == digits)
        #expect(Color(hex: "#" + digits.lowercased())?.hex == digits)
    }
}

@Test func hexAgreesWithTheNumber() {
    #expect(Color(hex: "#14508C") == Color(0x14508C))
    #expect(Color(0x14508C).red == 20.0 / 255)
    #expect(Color(0x14508C).green == 80.0 / 255)
    #expect(Color(0x14508C).blue == 140.0 / 255)
}

@Test(arguments: [
    "", "#", "fff", "#ffff", "12345", "1234567", "##12345", "#12345g", "+12345", "-12345", " 12345",
    "0x1234", "12 456", "#１２３４５６", "１２", "é2345", "rojo",
])
func whatIsNotSixDigitsIsNoColor(text: String) {
    #expect(Color(hex: text) == nil)
}

@Test func hexShowsOpacityOnlyWhereThereIsAny() {
    #expect(Color(0x14508C).opacity(0.5).hex == "14508C80")
    #expect(Color(0x14508C).opacity(0).hex == "14508C00")
    #expect(Color(red: -1, green: 2, blue: 0.5).hex == "00FF80")
}

@Test func contrastOfBlackAndWhiteIsTwentyOne() {
    #expect(abs(Color.white.contrast(with: .black) - 21) < 1e-12)
}

@Test func contrastIsSymmetricAndBetweenOneAndTwentyOne() {
    for one in palette {
        #expect(one.contrast(with: one) == 1)
        for other in palette {
            let contrast = one.contrast(with: other)
            #expect(contrast == other.contrast(with: one))
            #expect(contrast >= 1 && contrast <= 21.000001)
        }
    }
}

/// Values as published: #777 is the well-known grey that just misses 4.5 on white.
@Test(arguments: [(0x777777, 4.48), (0x767676, 4.54), (0xFF0000, 4.00), (0x0000FF, 8.59)])
func contrastAgreesWithPublishedValues(hex: UInt32, contrast: Double) {
    #expect(abs(Color(hex).contrast(with: .white) - contrast) < 0.005)
}

@Test func luminanceRunsFromBlackToWhite() {
    #expect(Color.black.luminance == 0)
    #expect(abs(Color.white.luminance - 1) < 1e-12)
    #expect(abs(Color(0x00FF00).luminance - 0.7152) < 1e-12)
}

@Test func theMostReadableColorStandsOutBest() {
    #expect(navy.mostReadable(among: [.black, .white]) == .white)
    #expect(amber.mostReadable(among: [.white, navy]) == navy)
    #expect(amber.mostReadable(among: [navy]) == navy)
    #expect(amber.mostReadable(among: []) == amber)
    for ground in palette {
        let best = ground.mostReadable(among: palette)
        #expect(palette.allSatisfy { ground.contrast(with: $0) <= ground.contrast(with: best) })
    }
}

@Test func mixingEndsWhereItShould() {
    for from in palette {
        for to in palette {
            #expect(from.mixed(with: to, 0).hex == from.hex)
            #expect(from.mixed(with: to, 1).hex == to.hex)
            #expect(isClose(from.mixed(with: to, 0), from))
            #expect(isClose(from.mixed(with: to, 1), to))
        }
    }
}

@Test func mixingIsSymmetric() {
    #expect(isClose(navy.mixed(with: amber, 0.3), amber.mixed(with: navy, 0.7)))
}

@Test func mixingWithItselfChangesNothing() {
    for color in palette { #expect(color.mixed(with: color, 0.5).hex == color.hex) }
}

@Test func greysMixToGreysOfRisingLightness() {
    var last = -1.0
    for step in 0...10 {
        let grey = Color.black.mixed(with: .white, Double(step) / 10)
        #expect(abs(grey.red - grey.green) < 1e-5 && abs(grey.green - grey.blue) < 1e-5)
        #expect(grey.luminance > last)
        last = grey.luminance
    }
    // OKLab's lightness is the cube root of luminance for greys: half way is an eighth.
    #expect(abs(Color.black.mixed(with: .white, 0.5).luminance - 0.125) < 1e-5)
}

@Test func opacityMixesToo() {
    let faded = Color.white.opacity(0.2).mixed(with: Color.white.opacity(0.6), 0.5)
    #expect(abs(faded.alpha - 0.4) < 1e-12)
}

private func isClose(_ left: Color, _ right: Color) -> Bool {
    abs(left.red - right.red) < 1e-4 && abs(left.green - right.green) < 1e-4
        && abs(left.blue - right.blue) < 1e-4 && abs(left.alpha - right.alpha) < 1e-12
}
