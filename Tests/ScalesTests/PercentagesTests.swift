import Scales
import Testing

@Test func percentagesAddUpToTheirTotal() throws {
    var random = Seeded(17)
    for _ in 0..<500 {
        let shares = (0...Int(random.next() % 12)).map { _ in random.fraction() }
        for decimals in 0...3 {
            let unit = [1.0, 0.1, 0.01, 0.001][decimals]
            let rounded = try #require(
                Percentages.roundedToSum(shares, decimals: decimals))
            #expect(abs(rounded.reduce(0, +) - 100) < 1e-9)
            let sum = shares.reduce(0, +)
            for (share, value) in zip(shares, rounded) {
                #expect(abs(value - share / sum * 100) < unit + 1e-9)
            }
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
