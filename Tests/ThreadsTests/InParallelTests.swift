import Glibc
import Synchronization
import TestSupport
import Testing
import Threads

private struct Failed: Error, Equatable {
    var piece: Int
}

@Test(arguments: [1, 2, 3, 8, 100])
func resultsStandInTheOrderOfTheWork(threads: Int) throws {
    let squares = try inParallel(50, threads: threads) { piece in piece * piece }
    #expect(squares == (0..<50).map { $0 * $0 })
}

@Test(.enabled(if: Tool("nproc").isInstalled)) func processorsAreThoseThatWereGiven() {
    // It would listen to OpenMP's variables.
    let counted = Tool("env").run("-u", "OMP_NUM_THREADS", "-u", "OMP_THREAD_LIMIT", "nproc").output
        .filter { !$0.isWhitespace }
    #expect(counted == "\(processorCount)")
}

@Test func nothingToDoIsDone() throws {
    #expect(try inParallel(0, threads: 4) { piece in piece }.isEmpty)
}

@Test func severalThreadsWorkAtOnce() throws {
    // Each piece waits until as many as there are threads have begun: one alone would wait for ever.
    let begun = Mutex(0)
    _ = try inParallel(3, threads: 3) { _ in
        begun.withLock { $0 += 1 }
        while begun.withLock({ $0 }) < 3 { sched_yield() }
    }
    #expect(begun.withLock { $0 } == 3)
}

@Test(arguments: [1, 2, 8])
func theFirstErrorInOrderIsThrown(threads: Int) throws {
    for _ in 0..<50 {
        let error = #expect(throws: Failed.self) {
            try inParallel(30, threads: threads) { piece in
                if piece >= 7, piece % 2 == 1 { throw Failed(piece: piece) }
                return piece
            }
        }
        #expect(error == Failed(piece: 7))
    }
}

@Test func whatIsDoneIsToldUpToTheLast() throws {
    var told: [Int] = []
    _ = try inParallel(20, threads: 1, done: { told.append($0) }) { $0 }
    #expect(told == Array(1...20))
}

@Test func thereIsAtLeastOneProcessor() { #expect(processorCount >= 1) }
