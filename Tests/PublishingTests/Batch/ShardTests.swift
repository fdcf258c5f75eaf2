import Deck
import Diagnostics
import Testing

@testable import Publishing

private func jobs(_ count: Int) -> [BatchJob] {
    (0..<count).map { BatchJob(id: "d\(($0 * 7919) % 10007)", deck: "x", output: "\($0)") }
}

@Test(arguments: [1, 2, 3, 7, 40, 100])
func everyJobIsInOneShard(count: Int) throws {
    let all = jobs(61)
    let parts = try (0..<count).map { try #require(Shard($0, of: count)).part(of: all) }
    #expect(parts.flatMap { $0 }.map(\.id).sorted() == all.map(\.id).sorted())
    let sizes = parts.map(\.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    // The order in which jobs are written does not count.
    #expect(parts[0] == Shard(0, of: count)?.part(of: all.reversed()))
}

@Test func aShardIsAmongItsNumber() {
    #expect(Shard(0, of: 0) == nil && Shard(2, of: 2) == nil && Shard(-1, of: 2) == nil)
    #expect(Shard(1, of: 2)?.description == "1/2")
}

@Test(arguments: [
    (["LAMINA_SHARD_INDEX": "2", "LAMINA_SHARD_COUNT": "5"], "2/5"),
    (
        ["SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_COUNT": "8", "SLURM_ARRAY_TASK_MIN": "0"],
        "3/8"
    ),
    (
        [
            "SLURM_ARRAY_TASK_ID": "16", "SLURM_ARRAY_TASK_COUNT": "4",
            "SLURM_ARRAY_TASK_MIN": "10",
            "SLURM_ARRAY_TASK_STEP": "2",
        ], "3/4"
    ),
    (["AWS_BATCH_JOB_ARRAY_INDEX": "0", "AWS_BATCH_JOB_ARRAY_SIZE": "2"], "0/2"),
    (["SGE_TASK_ID": "undefined", "LAMINA_SHARD_INDEX": "0", "LAMINA_SHARD_COUNT": "1"], "0/1"),
    (
        [
            "SGE_TASK_ID": "3", "SGE_TASK_FIRST": "1", "SGE_TASK_LAST": "9",
            "SGE_TASK_STEPSIZE": "2",
        ],
        "1/5"
    ),
    (
        [
            "SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_COUNT": "2", "SLURM_ARRAY_TASK_MIN": "0",
            "LAMINA_SHARD_INDEX": "1", "LAMINA_SHARD_COUNT": "2",
        ], "1/2"
    ),
])
func schedulersSayWhichShardThisIs(variables: [String: String], expected: String) throws {
    #expect(try Shard.automatic(count: nil) { variables[$0] }.description == expected)
}

@Test func whoSaysNoNumberIsTold() throws {
    let kubernetes = ["JOB_COMPLETION_INDEX": "3"]
    #expect(try Shard.automatic(count: 4) { kubernetes[$0] }.description == "3/4")
    #expect(throws: Diagnostic.self) { try Shard.automatic(count: nil) { kubernetes[$0] } }
    #expect(try Shard.automatic(count: 4) { ["PBS_ARRAY_INDEX": "0"][$0] }.description == "0/4")
}

@Test(arguments: [
    [:], ["LAMINA_SHARD_INDEX": "5", "LAMINA_SHARD_COUNT": "5"],
    ["LAMINA_SHARD_INDEX": "x", "LAMINA_SHARD_COUNT": "5"], ["LAMINA_SHARD_INDEX": "1"],
    ["LAMINA_SHARD_INDEX": "1", "LAMINA_SHARD_COUNT": "0"],
    ["LAMINA_SHARD_INDEX": "9223372036854775807", "LAMINA_SHARD_COUNT": "9223372036854775807"],
    [
        "SLURM_ARRAY_TASK_ID": "11", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_MIN": "10",
        "SLURM_ARRAY_TASK_STEP": "2",
    ],
    ["SGE_TASK_ID": "1", "SGE_TASK_FIRST": "0", "SGE_TASK_LAST": "9223372036854775807"],
    [
        "LAMINA_SHARD_INDEX": "0", "LAMINA_SHARD_COUNT": "2", "AWS_BATCH_JOB_ARRAY_INDEX": "1",
        "AWS_BATCH_JOB_ARRAY_SIZE": "2",
    ],
])
func schedulersThatMakeNoSenseAreErrors(variables: [String: String]) {
    let error = #expect(throws: Diagnostic.self) {
        try Shard.automatic(count: nil) { variables[$0] }
    }
    #expect(error?.kind == .configuration)
}
