import ArgumentParser
import EtudeRuntime
import Foundation

struct Learn: AsyncParsableCommand, WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Learn a strategy from a failure",
        discussion: """
            Prints the strategy's id and its commit. A draft that the gate refuses is
            kept aside, every failed check is told, and the exit code is 1.

            EXAMPLES
              echo '{"skill": "support/refunds",
                "title": "Look an order up before refunding it",
                "when": "a customer asks for a refund", "cues": ["refund"],
                "do": "call `find_order` first", "instead-of": "call `refund`",
                "because": "`refund` fails on an order that is still open",
                "task": "please refund order 1123", "outcome": "failure", "decision": 1,
                "steps": [{"did": "called `refund`", "expected": "a receipt",
                           "happened": "an error: the order is still open"}]
               }' | etude learn -
              etude learn --edit
            """)

    @Argument(help: "A file with JSON, or - for standard input")
    var file: String?

    @OptionGroup(title: "Lesson") var lesson: LessonFlags

    @Flag(help: "Write the lesson in an editor")
    var edit = false

    @Flag(help: "Say what the gate finds, and write nothing")
    var dryRun = false

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func validate() throws {
        guard edit || file != nil || lesson.skill != nil else {
            throw ValidationError(
                "give a lesson: a JSON file or -, flags such as --skill, or --edit")
        }
    }

    func run() async throws {
        let outcome = try await LearnStrategy(try request(), isDryRun: dryRun)
            .run(memory.finder, surroundings: try agent.surroundings())
        if memory.json {
            try Console.show(json: outcome)
        } else if outcome.accepted {
            Console.show(
                "\(outcome.id)  \(outcome.commit ?? "nothing written")  \(outcome.path ?? "")")
        } else {
            Console.talk(
                "error: the gate refused this lesson"
                    + (outcome.kept ? "; the draft is kept as \(outcome.id)" : ""))
            for check in outcome.checks where check.result == "failed" {
                Console.talk("  \(check.name): \(check.message)")
            }
        }
        if !memory.json { Console.tell(retired: outcome.retired) }
        if !outcome.accepted { throw ExitCode(Failure.Kind.refused.rawValue) }
    }

    private func request() throws -> LessonRequest {
        if edit { return try LessonEditor(starting: lesson.request).run() }
        if let file {
            return try LessonRequest(json: Console.read(file, limit: LessonRequest.sizeLimit))
        }
        guard let request = lesson.request else { throw Failure("the lesson names no skill") }
        return request
    }
}
