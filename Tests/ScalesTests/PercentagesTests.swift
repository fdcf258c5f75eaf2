import Scales
import Testing

/// Shares of all sizes: even, of one great one and many small, equal, with zeros.
private func shares(_ random: inout Seeded) -> [Double] {
    let kind = random.next() % 5
    return (0...Int(random.next() % 40)).map { index in
        switch kind {
        case 0: random.fraction()
        case 1: index == 0 ? 1e12 : random.fraction()
        case 2: 7.3
        case 3: random.next() % 2 == 0 ? 0 : (random.fraction() * 50).rounded()
        default: abs(random.number())
        }
    }
}

@Test func percentagesAddUpToTheirTotal() throws {
    var random = Seeded(17)
    for index in 0..<3000 {
        let shares = shares(&random)
        let decimals = index % 10
        let units = (0..<decimals).reduce(1.0) { units, _ in units * 10 }
        guard let rounded = Percentages.roundedToSum(shares, decimals: decimals) else {
            #expect(shares.allSatisfy { $0 == 0 })
            continue
        }
        let whole = rounded.map { ($0 * units).rounded() }
        #expect(whole.reduce(0, +) == 100 * units, "\(shares) \(decimals)")
        let greatest = shares.max() ?? 0
        let sum = shares.reduce(0) { $0 + $1 / greatest }
        for (share, value) in zip(shares, whole) {
            let exact = share / greatest / sum * 100 * units
            #expect(abs(value - exact) < 1 + 1e-12 * units, "\(share) of \(shares)")
            #expect(value >= 0 && (share > 0 || value == 0))
        }
    }
}

@Test func greaterSharesNeverHaveLess() throws {
    var random = Seeded(18)
    for _ in 0..<1000 {
        let shares = shares(&random)
        guard let rounded = Percentages.roundedToSum(shares, decimals: 1) else { continue }
        let sorted = zip(shares, rounded).sorted { $0 < $1 }
        for ((smaller, less), (greater, more)) in zip(sorted, sorted.dropFirst())
        where greater > smaller * (1 + 1e-9) + 1e-300 {
            #expect(less <= more, "\(smaller) \(greater) of \(shares)")
        }
    }
}

@Test func ofEqualSharesTheEarlierHasMore() throws {
    for count in 1...60 {
        for decimals in 0...9 {
            let rounded = try #require(
                Percentages.roundedToSum(Array(repeating: 0.7, count: count), decimals: decimals))
            #expect(zip(rounded, rounded.dropFirst()).allSatisfy { $0 >= $1 })
        }
    }
}

@Test func theLargestRemaindersAreRoundedUp() {
    #expect(Percentages.roundedToSum([1, 1, 1]) == [34, 33, 33])
    #expect(Percentages.roundedToSum([1, 1, 1], decimals: 1) == [33.4, 33.3, 33.3])
    #expect(Percentages.roundedToSum([0.125, 0.125, 0.75]) == [13, 12, 75])
    #expect(Percentages.roundedToSum([28.1, 13.9, 9.3, 8.5, 40.2]) == [28, 14, 9, 9, 40])
    #expect(Percentages.roundedToSum([0.1, 0.2, 0.7]) == [10, 20, 70])
    #expect(Percentages.roundedToSum([5]) == [100])
    #expect(Percentages.roundedToSum([0, 3, 0]) == [0, 100, 0])
    #expect(Percentages.roundedToSum([1, 2], total: 10) == [3, 7])
    #expect(Percentages.roundedToSum([1e308, 1e308]) == [50, 50])
    #expect(Percentages.roundedToSum([1, 2], total: 0) == [0, 0])
}

@Test func wholePercentagesStayAsTheyAre() {
    #expect(Percentages.roundedToSum([29, 57, 14]) == [29, 57, 14])
    #expect(Percentages.roundedToSum([0.29, 0.57, 0.14]) == [29, 57, 14])
}

@Test func sharesThatCannotAddUpAreRefused() {
    #expect(Percentages.roundedToSum([]) == nil)
    #expect(Percentages.roundedToSum([0, 0]) == nil)
    #expect(Percentages.roundedToSum([-1, 2]) == nil)
    #expect(Percentages.roundedToSum([.nan, 2]) == nil)
    #expect(Percentages.roundedToSum([.infinity, 2]) == nil)
    #expect(Percentages.roundedToSum([1], total: -1) == nil)
    #expect(Percentages.roundedToSum([1], total: .max) == nil)
    #expect(Percentages.roundedToSum([1, 2], decimals: .max)?.count == 2)
    #expect(Percentages.roundedToSum([1, 2], decimals: .min) == [33, 67])
}
