import ArgumentParser
import EtudeRuntime

struct Record: AsyncParsableCommand, WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Keep a trace without a lesson",
        discussion: """
            Reads a JSON object with "skill", "task", "outcome" (success or failure) and
            "steps", a list of {"did", "expected", "happened"}; "agent", "used" (ids of
            strategies), "right" (the right answer) and "decision" (a step, from 1) may be
            there.

            EXAMPLES
              echo '{"skill": "support/refunds", "task": "refund order 1123",
                "outcome": "success",
                "steps": [{"did": "refunded 20", "expected": "a receipt",
                           "happened": "a receipt"}]}' | etude record -
              etude record trace.json
            """)

    @Argument(help: "A file with JSON, or - for standard input")
    var file = "-"

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func run() async throws {
        let request = try LessonRequest(json: Console.read(file, limit: LessonRequest.sizeLimit))
        let outcome = try await RecordTrace(request).run(
            memory.finder, surroundings: try agent.surroundings())
        if memory.json { return try Console.show(json: outcome) }
        Console.show("\(outcome.trace)  \(outcome.outcome)")
        for note in outcome.notes { Console.talk(note) }
        Console.tell(retired: outcome.retired)
    }
}
