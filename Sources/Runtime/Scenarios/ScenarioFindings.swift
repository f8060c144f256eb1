import EtudeDocuments
import EtudeDomain
import EtudeReview
import EtudeStore
import Foundation

/// What is wrong with the scenarios of a memory.
enum ScenarioFindings {
    static func all(in snapshot: MemorySnapshot) -> [Finding] {
        var (findings, seen): ([Finding], [EntryID: String]) = ([], [:])
        for (scenario, path) in snapshot.scenarioFiles {
            if snapshot.taxonomy[scenario.skill] == nil {
                let meant = snapshot.taxonomy.suggestion(for: scenario.skill.text)
                findings.append(
                    finding(
                        "unknown-skill", path, "no skill is called '\(scenario.skill)'",
                        meant.map { "did you mean '\($0)'?" }
                            ?? "add 'skills/\(scenario.skill)/skill.md'"))
            }
            if let other = seen.updateValue(path, forKey: scenario.id) {
                findings.append(
                    finding(
                        "repeated-id", path, "'\(other)' has the same id",
                        "give one of them an id of its own"))
            }
            if case .regex(let pattern) = scenario.grader,
                (try? NSRegularExpression(pattern: pattern)) == nil
            {
                findings.append(
                    finding(
                        "unreadable-pattern", path,
                        "the pattern '\(pattern.escaped)' cannot be read",
                        "mend 'expect'"))
            }
            if CharacterRules.escaped(scenario.task) != scenario.task {
                findings.append(
                    finding(
                        "deceiving-character", path, "the task holds a deceiving character",
                        "take it out"))
            }
        }
        return findings
    }

    private static func finding(
        _ rule: String, _ path: String, _ message: String, _ hint: String
    ) -> Finding {
        Finding(severity: .error, rule: rule, path: path, message: message, hint: hint)
    }
}
