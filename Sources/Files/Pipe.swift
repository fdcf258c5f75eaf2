import CLinux

/// A pipe, by `pipe2`; no other program inherits its ends.
struct Pipe: ~Copyable {
    let reading: OpenFile
    let writing: OpenFile

    init() throws(SystemError) {
        var ends: [Int32] = [-1, -1]
        guard lamina_pipe(&ends) == 0 else { throw .last }
        reading = OpenFile(owning: ends[0])
        writing = OpenFile(owning: ends[1])
    }
}
