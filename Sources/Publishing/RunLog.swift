import Files
import JSON
import Tables

/// The file `run.log.jsonl` beside what was rendered: a line for each run, with what differs from run
/// to run and so has no place in `run.json`.
public struct RunLog {
    /// This moment as ISO 8601 writes it, in UTC.
    public static var now: String { moment(Machine.now) }

    private let start = Machine.uptime

    /// Adds the line of a run that has ended well.
    func finish(in folder: String, files: Int, bytes: Int) throws {
        let line = JSONText.object([
            ("at", .text(Self.moment(Machine.now))), ("host", .text(Machine.name)),
            ("seconds", .decimal(((Machine.uptime - start) * 1000).rounded() / 1000)),
            ("files", .number(files)), ("bytes", .number(bytes)),
        ])
        try append(line: line.description, to: "\(folder)/run.log.jsonl")
    }

    /// A moment as ISO 8601 writes it, in UTC.
    static func moment(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.down))
        let (day, time) = (whole / 86_400, whole % 86_400)
        let date = CalendarDay(number: day)?.description ?? ""
        let parts = [time / 3600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(date)T\(parts.joined(separator: ":"))Z"
    }
}
