import ArgumentParser
import EtudeReview
import EtudeRuntime

struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changed in behaviour between two revisions",
        discussion: """
            EXAMPLES
              etude diff HEAD~5                what the last five commits changed
              etude diff main..proposals       what a branch would change
              etude diff HEAD~5 HEAD --raw     the same as git shows it
            """)

    @Argument(help: "The older revision, or two as OLD..NEW")
    var old: String

    @Argument(help: "The newer revision (default: the tip of the branch)")
    var new: String?

    @Flag(help: "Print git's difference of the files")
    var raw = false

    @OptionGroup var memory: MemoryOptions

    func run() async throws {
        let comparison = CompareRevisions(from: range.old, to: range.new)
        if raw { return Console.show(try await comparison.patch(memory.finder).safeToPrint) }
        let diff = try await comparison.run(memory.finder)
        if memory.json { return try Console.show(json: BehaviourChange.all(in: diff)) }
        if diff.skills.isEmpty { Console.talk("No behaviour changed.") }
        for change in diff.skills { Console.show(BehaviourText(change).text.safeToPrint) }
    }

    private var range: (old: String, new: String?) {
        guard new == nil, let dots = old.firstRange(of: "..") else { return (old, new) }
        return (String(old[..<dots.lowerBound]), String(old[dots.upperBound...]))
    }
}
