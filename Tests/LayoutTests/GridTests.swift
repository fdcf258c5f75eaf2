import Graphics
import Layout
import TestSupport
import Testing

private let page = Rect(x: 44, y: 84, width: 872, height: 396)

private func grid(columns: Int, spans: [Int]) -> Grid {
    Grid(columns: columns, gap: 16, spans.map { Grid.Cell(Box(0, 0), span: $0) })
}

@Test func cellsStandInTheRoomAndApart() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<200 {
        let spans = (0..<Int.random(in: 0...20, using: &random)).map { _ in
            Int.random(in: 0...4, using: &random)
        }
        let frames = grid(columns: Int.random(in: 1...6, using: &random), spans: spans)
            .frames(in: page)
        #expect(frames.count == spans.count)
        for (index, frame) in frames.enumerated() {
            #expect(page.contains(frame, tolerance: 1e-6))
            #expect(frame.height == frames[0].height)
            for other in frames[..<index] {
                let parted = other.outset(by: 7.99)
                #expect(!parted.intersects(frame.outset(by: 7.99)))
            }
        }
    }
}

@Test func aRowEndsWhereTheNextSpanDoesNotFit() {
    let frames = grid(columns: 3, spans: [2, 2, 1, 3, 9]).frames(in: page)
    let column = (872.0 - 32) / 3
    #expect(frames.map(\.minY) == [84, 187, 187, 290, 393])
    #expect(
        zip(frames.map(\.width), [2, 2, 1, 3, 3]).allSatisfy {
            abs($0 - (column * $1 + 16 * ($1 - 1))) < 1e-6
        })
    #expect(frames[2].minX == 44 + 2 * (column + 16))
}

@Test func eightTilesMakeTwoRowsOfFour() {
    let frames = grid(columns: 4, spans: Array(repeating: 1, count: 8)).frames(in: page)
    #expect(frames[0] == Rect(x: 44, y: 84, width: 206, height: 190))
    #expect(frames[7] == Rect(x: 710, y: 290, width: 206, height: 190))
}

@Test func aGridFillsWhatItIsGivenAndDrawsEachCellInItsFrame() {
    let grid = grid(columns: 2, spans: [1, 1, 2])
    #expect(grid.size(in: Size(7, 8), measuring: FixedMeasurer()) == Size(7, 8))
    #expect(drawn(grid, in: page).items.shapes == grid.frames(in: page))
}

@Test func columnsAndSpansBeyondReasonDoNotTrap() {
    #expect(Grid(columns: 0, [.init(Box(0, 0), span: -3)]).columns == 1)
    #expect(Grid(columns: -5, []).frames(in: page).isEmpty)
    #expect(grid(columns: .max, spans: [1, .max, .max, 1]).frames(in: page).count == 4)
    let tiny = Rect(x: 0, y: 0, width: 5, height: 5)
    let frames = grid(columns: 4, spans: [1, 1, 1, 1, 1]).frames(in: tiny)
    #expect(frames.allSatisfy { $0.width >= 0 && $0.height >= 0 })
}
