@testable import EtudeRuntime
import EtudeAgents
import EtudeDocuments
import EtudeDomain
import EtudeGit
import EtudeStore
import EtudeTestSupport
import Foundation
import Testing

/// The words for every failure of the layers below.
@Suite struct FailureTests {
    @Test(arguments: Sample.allCases)
    func storeFailuresAreWorded(sample: Sample) throws {
        let failure = Failure(try sample.error)
        #expect(failure.kind == ([.locked, .modified, .late].contains(sample) ? .busy : .refused))
        try Snapshot.expect(failure.text + "\n", in: "failure-\(sample.rawValue).txt")
    }

    @Test func everyUnsupportedFeatureIsWorded() throws {
        let path = try #require(TreePath("strategies/refunds/a.md"))
        let features: [UnsupportedFeature] = [
            .objectFormat("sha256"), .referenceFormat("reftable"), .relativeWorktrees,
            .worktreeSettings, .formatVersion(2), .otherExtension("noop"), .shallow,
            .partialClone(
                remote: "origin",
                settings: ["remote.origin.partialclonefilter", "remote.origin.promisor"]),
            .sparseCheckout, .sparseIndex,
            .splitIndex(isSetting: true), .splitIndex(isSetting: false), .indexWithoutSum,
            .indexVersion(5), .indexExtension("abcd"), .redirectedWorkTree("/tmp"),
            .headOutsideBranches("refs/tags/v1"), .attribute("filter", path), .specialFile(path),
        ]
        let words = features.map { Failure(.unsupported($0)).text + "\n" }
        try Snapshot.expect(words.joined(), in: "failure-unsupported.txt")
    }

    @Test(arguments: [
        ("not-run", AgentError.notRun(command: "agent.py", reason: "no such program")),
        ("failed", .failed(command: "agent.py", status: "exited(2)", text: "Traceback: …")),
        ("failed-silently", .failed(command: "agent.py", status: "exited(2)", text: "")),
        ("timed-out", .timedOut(command: "agent.py", limit: .seconds(60))),
        ("unreadable", .unreadable(command: "agent.py", reason: "it is empty")),
    ])
    func agentFailuresAreWorded(name: String, error: AgentError) throws {
        try Snapshot.expect(Failure(error).text + "\n", in: "agent-\(name).txt")
    }

    @Test func aPlaceIsMarkedUnderItsLine() throws {
        let spot = Failure.Spot(
            path: "strategies/a.md", line: 12, column: 8, length: 8, excerpt: "skill: algebraa")
        let failure = Failure(
            "no skill is called 'algebraa'", at: spot, details: ["one", "two"],
            hint: "did you mean 'algebra'?")
        try Snapshot.expect(failure.text + "\n", in: "failure-marked.txt")
    }

    @Test(arguments: [(1, 1), (15, 40), (16, 1), (90, 3)])
    func aMarkNeverRunsOutOfItsLine(column: Int, length: Int) {
        let spot = Failure.Spot(
            path: "a.md", line: 1, column: column, length: length, excerpt: "skill: algebraa")
        let lines = Failure("x", at: spot).text.split(separator: "\n")
        let marker = lines.last?.split(separator: "|").last ?? ""
        #expect(marker.contains("^"))
        #expect(marker.count { $0 == "^" } <= max(1, 16 - column))
    }
}

extension FailureTests {
    /// One failure of each kind.
    enum Sample: String, CaseIterable, Sendable {
        case notAMemory, notARepository, unborn, newerFormat, charter, noRevision, unwritable
        case badPath, noStrategy, skillExists, noSkill, noSkillSuggested, conflict
        case nothingToRevert, locked, modified, dirty, inTheWay, detached, notOwner
        case bare, bareRepository, unchanged, damaged, damagedObject
        case damagedPack, system, late

        var error: StoreError {
            get throws {
                switch self {
                case .notAMemory: .notAMemory(folder: "/data/memory")
                case .bare: .bare(folder: "/data/memory.git")
                case .notARepository: .notARepository(folder: "/data/memory")
                case .unborn: .unborn(branch: "main")
                case .newerFormat: .newerFormat(version: 2, path: "CHARTER.md")
                case .charter: .charter(try problem)
                case .noRevision: .noRevision("nowhere")
                case .unwritable: .unwritable(path: "strategies/a.md", try documentProblem)
                case .badPath: .badPath("../outside")
                case .noStrategy: .noStrategy(try id("4kq7w2mx9d"))
                case .skillExists: .skillExists(try skill("support"))
                case .noSkill: .noSkill(try skill("zoo"), suggestion: nil)
                case .noSkillSuggested:
                    .noSkill(try skill("suport"), suggestion: try skill("support"))
                case .conflict: .conflict(paths: ["strategies/a.md", "strategies/b.md"])
                case .late: .late(.milliseconds(1500))
                case .nothingToRevert: .nothingToRevert(.hash(ofBlob: []))
                default: .git(try gitError)
                }
            }
        }

        private var gitError: GitError {
            get throws {
                guard let path = TreePath("strategies/a.md") else { throw Missing(what: "a path") }
                let code: GitError.Code =
                    switch self {
                    case .locked: .locked
                    case .modified: .modified
                    case .dirty: .dirty(path)
                    case .inTheWay: .inTheWay(path)
                    case .detached: .detached
                    case .notOwner: .notOwner(folder: "/data/memory")
                    case .bareRepository: .bareRepository
                    case .unchanged: .unchanged
                    case .damaged: .damaged
                    case .damagedObject: .damagedObject
                    case .damagedPack: .damagedPack
                    default: .system(28)
                    }
                return GitError(
                    code: code, function: "git_example", message: "the fact of the matter",
                    paths: self == .system ? [path] : [])
            }
        }

        private var documentProblem: DocumentProblem {
            get throws {
                do { _ = try Document(parsing: Array("---\ntitle\n---\n".utf8)) } catch {
                    return error
                }
                throw Missing(what: "a problem")
            }
        }

        private var problem: EntryProblem {
            get throws {
                let problem = try documentProblem
                return EntryProblem(
                    path: "CHARTER.md", place: problem.place, excerpt: "title",
                    message: problem.message, hint: nil)
            }
        }
    }
}
