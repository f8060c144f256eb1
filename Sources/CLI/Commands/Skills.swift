import ArgumentParser
import EtudeDomain
import EtudeRuntime

struct Skills: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "skills",
        abstract: "Show the skills, and decide about proposed ones",
        discussion: """
            EXAMPLES
              etude skills                                 the tree
              etude skills accept support/intent/refunds   let a proposed skill be practised
              etude skills decline support/intent/refunds
            """,
        subcommands: [SkillTree.self, AcceptSkill.self, DeclineSkill.self],
        defaultSubcommand: SkillTree.self)
}

struct SkillTree: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tree", abstract: "Show the skills",
        discussion: """
            EXAMPLES
              etude skills tree --json
            """)

    @OptionGroup var memory: MemoryOptions

    func run() async throws {
        let rows = try await ManageSkills(memory.finder).rows()
        if memory.json { return try Console.show(json: rows) }
        if rows.isEmpty {
            Console.talk(
                "No skill yet. Add 'skills/NAME/skill.md'; README.md in the memory has an example.")
        }
        for row in rows {
            let indent = String(repeating: "  ", count: row.skill.count { $0 == "/" })
            let share = row.competence.map { ", \($0.percent)" } ?? ""
            let mark = row.status == "active" ? "" : " (\(row.status) \(row.kind))"
            Console.show(
                "\(indent)\(row.skill)\(mark): \(row.title), \(row.strategies) strategies\(share)"
                    .safeToPrint)
        }
    }
}

struct AcceptSkill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Let a proposed skill be practised",
        discussion: """
            EXAMPLES
              etude skills accept support/intent/refunds
            """)

    @OptionGroup var decision: Decision

    func run() async throws { try await decision.run(accept: true) }
}

struct DeclineSkill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "Put a proposed skill aside",
        discussion: """
            EXAMPLES
              etude skills decline support/intent/refunds
            """)

    @OptionGroup var decision: Decision

    func run() async throws { try await decision.run(accept: false) }
}

/// The decision of a person about a proposed skill.
struct Decision: ParsableArguments {
    @Argument(help: "The skill")
    var skill: SkillPath

    @OptionGroup var memory: MemoryOptions

    func run(accept: Bool) async throws {
        let outcome = try await ManageSkills(memory.finder).decide(
            skill, accept: accept, surroundings: try Surroundings.real(agent: "person"))
        if memory.json { return try Console.show(json: outcome) }
        Console.show("\(outcome.skill) is \(outcome.status), by \(outcome.commit.prefix(7)).")
    }
}
