import Deck
import Graphics
import Testing

@Test(arguments: Icon.allCases)
func iconsStayWithinTheirGrid(icon: Icon) throws {
    let pen = icon.strokes.isEmpty ? 0 : Icon.strokeWidth / 2
    let drawn = try #require(bounds(of: icon), "an icon has lines or a filled part")
    let field = Rect(left: 1, top: 1, right: 23, bottom: 23)
    #expect(field.contains(drawn.outset(by: pen)))
}

@Test(arguments: Icon.allCases)
func iconsAreCenteredAndFillTheirGrid(icon: Icon) throws {
    let drawn = try #require(bounds(of: icon))
    #expect(abs(drawn.midX - 12) <= 0.5 && abs(drawn.midY - 12) <= 0.5)
    // Of equal size to the eye: the longer side is about 17 to 19 of the 24 points.
    #expect((16...20).contains(max(drawn.width, drawn.height)))
}

@Test func onlyTheBoltIsAllFill() {
    #expect(Icon.allCases.filter(\.strokes.isEmpty) == [.bolt])
}

@Test func rawValuesAreWordsJoinedByHyphens() {
    for icon in Icon.allCases {
        let words = icon.rawValue.split(separator: "-", omittingEmptySubsequences: false)
        #expect(words.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("a"..."z").contains($0) } })
        #expect(Icon(rawValue: icon.rawValue) == icon)
    }
    #expect(Icon(rawValue: "trend-up") == .trendUp)
    #expect(Icon(rawValue: "trendUp") == nil)
}

@Test func noTwoIconsLookTheSame() {
    let drawings = Set(Icon.allCases.map { $0.strokes + $0.fills })
    #expect(drawings.count == Icon.allCases.count)
}

@Test func itemsAreScaledAboutTheirCenter() throws {
    let items = Icon.globe.items(center: Point(100, 50), size: 48, color: .white)
    let first = try #require(items.first)
    guard case .path(let path, nil, let stroke?) = first else {
        Issue.record("the globe is made of lines")
        return
    }
    #expect(stroke.width == Icon.strokeWidth * 2)
    #expect(stroke.cap == .round && stroke.join == .round)
    #expect(try #require(path.controlBounds).center.distance(to: Point(100, 50)) < 1e-9)
    #expect(Icon.warning.items(center: .zero, size: 24, color: .white).count == 3)
}

/// The smallest rectangle around points all along an icon's lines and fills.
private func bounds(of icon: Icon) -> Rect? {
    Rect(around: (icon.strokes + icon.fills).flatMap(samples))
}

/// The ends of lines, and 17 places on each curve.
private func samples(of path: Path) -> [Point] {
    var samples: [Point] = []
    for element in path.elements {
        switch element {
        case .move(let point), .line(let point): samples.append(point)
        case .curve(let first, let second, let end):
            let start = samples.last ?? end
            for step in 1...16 {
                let t = Double(step) / 16
                let s = 1 - t
                let near = start * (s * s * s) + first * (3 * s * s * t)
                samples.append(near + second * (3 * s * t * t) + end * (t * t * t))
            }
        case .close: break
        }
    }
    return samples
}
