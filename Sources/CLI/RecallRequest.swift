import EtudeDomain
import EtudeRuntime
import Foundation

/// What one recall asks for.
struct RecallRequest: Equatable {
    var task: String
    var skill: SkillPath?
    var leaning: String?
    var limit: Int?
    var maxCharacters: Int?
    var folder: String?
    var agent: String?
    var json = false

    /// Recalls and prints.
    func run() async throws {
        let recall = RecallStrategies(
            task: try taskText, skill: skill, leaning: leaning, limit: limit,
            characterLimit: maxCharacters)
        let outcome = try await recall.run(
            MemoryFinder(named: folder), surroundings: .real(agent: agent))
        outcome.notes.forEach(Console.talk)
        if json { return try Console.show(json: RecalledMemory(outcome)) }
        for (number, hit) in outcome.hits.enumerated() {
            Console.show(StrategyText(hit, number: number + 1).text)
        }
    }

    private var taskText: String {
        get throws {
            guard task == "-" else { return task }
            let data = try Console.read("-", limit: RecallStrategies.taskLimit)
            return String(decoding: data, as: UTF8.self)
        }
    }
}

extension RecallRequest {
    /// Takes plain arguments apart: one task, and options as `--name value`.
    ///
    /// A recall comes before every task, and the first use of ArgumentParser takes longer than
    /// finding the strategies. Whatever is not plain, mistakes included, is left to it: nil.
    init?(plain arguments: ArraySlice<String>) {
        var task: String?
        var rest = arguments
        self.init(task: "")
        while let argument = rest.popFirst() {
            if !argument.hasPrefix("-") || argument == "-" {
                guard task == nil else { return nil }
                task = argument
            } else if argument == "--json" {
                json = true
            } else {
                guard let value = rest.popFirst(), !value.hasPrefix("-"), set(argument, to: value)
                else { return nil }
            }
        }
        guard let task, (try? Surroundings.real(agent: agent)) != nil else { return nil }
        self.task = task
    }

    /// Returns whether there is such an option, not yet set, and the value is one.
    private mutating func set(_ name: String, to value: String) -> Bool {
        switch name {
        case "--memory": Self.set(&folder, to: value)
        case "--agent": Self.set(&agent, to: value)
        case "--leaning": Self.set(&leaning, to: value)
        case "--skill": Self.set(&skill, to: SkillPath(value))
        case "--limit": Self.set(&limit, to: Int(value))
        case "--max-characters": Self.set(&maxCharacters, to: Int(value))
        default: false
        }
    }

    private static func set<Value>(_ option: inout Value?, to value: Value?) -> Bool {
        guard option == nil else { return false }
        option = value
        return value != nil
    }
}
