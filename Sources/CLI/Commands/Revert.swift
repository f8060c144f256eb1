import ArgumentParser
import EtudeDomain
import EtudeRuntime
import Foundation

struct Revert: AsyncParsableCommand, WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "revert",
        abstract: "Take learned behaviour back, in one commit",
        discussion: """
            All or nothing: where later commits changed the same lines, nothing is written.

            EXAMPLES
              etude revert 4kq7w2mx9d                     one strategy
              etude revert HEAD~2                         one commit
              etude revert --skill support/refunds --dry-run
              etude revert --agent desk-1 --since 2026-11-20
            """)

    @Argument(help: "The id of a strategy, or a commit")
    var name: String?

    @Option(help: "Everything learned about this skill and those below it")
    var skill: SkillPath?

    @Option(
        name: .customLong("agent"),
        help: ArgumentHelp("Everything that this agent learned", valueName: "name"))
    var learner: String?

    @Option(
        help: ArgumentHelp(
            "Everything learned since a day or a moment, UTC", valueName: "2026-11-20"))
    var since: String?

    @Flag(help: "Say which behaviour would go, and write nothing")
    var dryRun = false

    @OptionGroup var memory: MemoryOptions

    func validate() throws { _ = try target() }

    func run() async throws {
        let outcome = try await RevertChange(try target(), isDryRun: dryRun)
            .run(memory.finder, surroundings: try Surroundings.real(agent: "person"))
        if memory.json { return try Console.show(json: outcome) }
        for behaviour in outcome.behaviours {
            Console.show(
                "\(behaviour.effect)  \(behaviour.id)  \(behaviour.skill)  \(behaviour.title)"
                    .safeToPrint)
        }
        let count = "\(outcome.commits.count) commit\(outcome.commits.count == 1 ? "" : "s")"
        if let commit = outcome.commit {
            Console.talk(
                "Took \(count) back in \(commit.prefix(7)); 'etude revert \(commit.prefix(7))' undoes that."
            )
        } else {
            Console.talk("Would take \(count) back; nothing was written.")
        }
    }

    private func target() throws -> RevertChange.Target {
        let isSelection = skill != nil || learner != nil || since != nil
        guard (name != nil) != isSelection else {
            throw ValidationError(
                "name a strategy or a commit, or say which with --skill, --agent or --since")
        }
        if let name { return .named(name) }
        let moment = since.flatMap {
            try? Date($0.count == 10 ? "\($0)T00:00:00Z" : $0, strategy: .iso8601)
        }
        if let since, moment == nil {
            throw ValidationError(
                "'\(since)' is no day or moment; write 2026-11-20 or 2026-11-20T10:00:00Z")
        }
        return .learned(skill: skill, agent: learner, since: moment)
    }
}
