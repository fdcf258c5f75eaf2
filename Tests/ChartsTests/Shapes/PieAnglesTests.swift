import Charts
import TestSupport
import Testing

@Suite struct PieAnglesTests {
    @Test func partsAddUpToAFullTurnExactlyAndNeverGoBack() throws {
        var random = SplitMix64(seed: 1)
        let scales = [1e-300, 1, 1e12, 1e300]
        for _ in 0..<500 {
            let scale = scales[Int.random(in: scales.indices, using: &random)]
            let values = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                Bool.random(using: &random) ? Double.random(in: 0...scale, using: &random) : 0
            }
            guard values.contains(where: { $0 > 0 }) else { continue }
            let angles = try #require(PieAngles.boundaries(of: values))
            #expect(angles.count == values.count + 1)
            #expect(angles.first == 0 && angles.last == 360)
            #expect(zip(angles, angles.dropFirst()).allSatisfy { $0 <= $1 })
            let total = values.map { $0 / scale }.reduce(0, +)
            for (index, value) in values.enumerated() {
                let share = (angles[index + 1] - angles[index]) / 360
                #expect(abs(share - value / scale / total) < 1e-12)
            }
        }
    }

    @Test func anglesAreThoseOfD3() throws {
        // In radians, from d3-shape 1.3.7 without sorting.
        let examples: [([Double], [Double])] = [
            ([1, 1, 2], [0, 1.5707963, 3.1415927, 6.2831853]),
            ([0, 5, 0], [0, 0, 6.2831853, 6.2831853]),
            ([3.5, 1e-3, 90, 12], [0, 0.2084449, 0.2085045, 5.568517, 6.2831853]),
            (
                [1, 2, 3, 4, 5, 6, 7],
                [0, 0.2243995, 0.6731984, 1.3463969, 2.2439948, 3.3659921, 4.712389, 6.2831853]
            ),
        ]
        for (values, expected) in examples {
            let angles = try #require(PieAngles.boundaries(of: values))
            #expect(zip(angles, expected).allSatisfy { abs($0 * .pi / 180 - $1) < 1e-6 })
        }
    }

    @Test func aTurnMayStartAnywhereAndBeHalf() {
        #expect(
            PieAngles.boundaries(of: [1, 3], startDegrees: -90, sweepDegrees: 180)
                == [-90, -45, 90])
    }

    @Test func whatIsNoWholeIsRefused() {
        for bad: [Double] in [
            [], [0], [0, 0], [1, -1], [1, .nan], [.infinity], [.nan, 1], [-5],
        ] {
            #expect(PieAngles.boundaries(of: bad) == nil)
        }
        #expect(PieAngles.boundaries(of: [1], startDegrees: .nan) == nil)
        #expect(PieAngles.boundaries(of: [1], sweepDegrees: .infinity) == nil)
    }
}
