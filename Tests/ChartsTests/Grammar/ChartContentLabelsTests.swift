import Charts
import Scales
import Testing

/// Labels with a change.
private func labels(_ change: (inout LabelOptions) -> Void) -> LabelOptions {
    var options = LabelOptions()
    change(&options)
    return options
}

@Test func annotationsAreTextsAndPlaces() {
    let plain = builtLayers { namedBar().annotation { "siete" } }
    #expect(plain == [namedBars().changed { $0.details = [Detail(text: "siete")] }])
    let placed = builtLayers {
        namedBar().annotation(
            position: .top, alignment: .leading, spacing: 4,
            overflowResolution: .init(x: .disabled, y: .disabled)
        ) { "siete" }
    }
    let options = labels {
        $0.position = .top
        $0.alignment = .leading
        $0.spacing = 4
        $0.isMovable = false
    }
    #expect(
        placed == [
            namedBars().changed {
                $0.details = [Detail(text: "siete")]
                $0.labels = options
            }
        ])
}

@Test func annotationsMoveUnlessBothDirectionsForbidIt() {
    for x in AnnotationOverflowResolution.Strategy.allCases {
        for y in AnnotationOverflowResolution.Strategy.allCases {
            let made = builtLayers {
                namedBar().annotation(overflowResolution: .init(x: x, y: y)) { "" }
            }
            #expect(made.first?.labels.isMovable == !(x == .disabled && y == .disabled))
        }
    }
}

@Test func annotationsAreBuilt() {
    let name: String? = nil
    let made = Chart([1, 2, 3]) { number in
        namedBar("\(number)").annotation {
            if number == 1 { "uno" }
            if let name { name }
            if number == 2 { "dos" } else { "" }
            for part in ["y", "más"] where number == 2 { part }
        }
    }
    #expect(made.layers.first?.details.map(\.text) == ["uno", "dos y más", ""])
}

@Test func marksWithoutWishesTakeThoseOfTheOthers() {
    let made = builtLayers {
        yearPoint(1)
        yearPoint(2).annotation(position: .trailing) { "dos" }
        yearPoint(3)
    }
    #expect(
        made == [
            yearLine([1, 2, 3], [7, 7, 7]).changed {
                $0.details = [Detail(), Detail(text: "dos"), Detail()]
                $0.labels.position = .trailing
            }
        ])
}

@Test func marksThatDifferGetTheUsualAndStayTogether() {
    let made = Chart([LabelOptions.Position.top, .bottom, .top]) { position in
        yearPoint().labels(position: position)
    }
    #expect(made.layers == [yearLine([1, 1, 1], [7, 7, 7])])
    let spaced = Chart([1.0, 2]) { spacing in namedBar().annotation(spacing: spacing) { "a" } }
    #expect(spaced.layers.map(\.labels) == [LabelOptions()])
}

@Test(arguments: LabelOptions.Which.allCases)
func labelsAreThoseAskedFor(_ which: LabelOptions.Which) {
    #expect(
        builtLayers { namedBar().labels(which) } == [
            namedBars().changed { $0.labels.which = which }
        ])
}

@Test func labelsHaveFormatUnitAndSize() throws {
    let format = try NumberFormat(",.1f")
    let options = labels {
        $0.which = .key
        $0.position = .inside
        $0.format = format
        $0.unit = "t"
        $0.size = 14
    }
    let expected = [namedBars().changed { $0.labels = options }]
    let made = builtLayers {
        namedBar().labels(.key, position: .inside, format: format, unit: "t", size: 14)
    }
    #expect(made == expected)
    let spelled = try namedBar().labels(
        .key, position: .inside, format: ",.1f", unit: "t", size: 14)
    #expect(builtLayers { spelled } == expected)
}

@Test func oneMarkOfSeveralCanBeWithoutLabel() {
    let made = Chart(["A", "B"]) { name in namedBar(name).labels(name == "A" ? .none : .automatic) }
    #expect(
        made.layers == [
            namedBars(["A": 7, "B": 7]).changed { $0.details = [Detail(text: ""), Detail()] }
        ])
}

@Test func annotationsStandWhereFiguresDoNot() {
    let made = builtLayers {
        namedBar("A").labels(.none)
        namedBar("B").labels(.none).annotation { "be" }
        namedBar("C").annotation { "ce" }.labels(.none)
    }
    let details = ["", "be", "ce"].map { Detail(text: $0) }
    #expect(made == [namedBars(["A": 7, "B": 7, "C": 7]).changed { $0.details = details }])
}

@Test func lengthsThatCannotBeDrawnAreTheUsualOnes() {
    for length in [-1, .nan, Double.infinity] {
        let made = builtLayers {
            namedBar().labels(size: length).annotation(spacing: length) { "a" }
        }
        #expect(made.map(\.labels) == [LabelOptions()])
    }
}

@Test func aSpecifierThatIsNoneIsToldOf() {
    #expect(throws: NumberFormatError.self) { try namedBar().labels(format: "dos cifras") }
    #expect(throws: NumberFormatError.self) { try yearPoint().ends(format: ",.f") }
}

@Test func endsHaveFormatUnitAndPlace() throws {
    let plain = builtLayers { yearPoint().ends() }
    #expect(plain == [yearLine().changed { $0.ends = EndOptions() }])
    var options = EndOptions()
    options.format = try NumberFormat(",d")
    options.unit = "t"
    options.isOutside = true
    let expected = [yearLine().changed { $0.ends = options }]
    let spelled = try yearPoint().ends(format: ",d", unit: "t", outside: true)
    #expect(builtLayers { spelled } == expected)
    let other = builtLayers {
        yearPoint().ends(by: .value("Annual", 12), format: options.format, unit: "t")
    }
    options.isOutside = false
    let annual = [
        yearLine().changed {
            $0.ends = options
            $0.channels[.end] = .figures("Annual", [12])
        }
    ]
    #expect(other == annual)
}
