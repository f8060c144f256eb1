import Foundation

/// A kind of file in the repository of a memory.
public enum DamagedFile: String, CaseIterable, Sendable {
    case object, pack, packIndex, gitIndex, head, branch, traces, packedReferences, gitConfiguration
    case journal, recallIndex, changes, attempts, packList, receipts, settings
    case severalPacksIndex, commitGraph

    /// Whether other files hold all that is in it, so that it can always be made anew.
    var isDerived: Bool {
        switch self {
        case .gitIndex, .journal, .recallIndex, .changes, .attempts, .packList, .severalPacksIndex,
            .commitGraph:
            true
        default: false
        }
    }

    /// The files of this kind, in the same order in every memory that grew in the same way.
    func paths(in scene: Scene) async throws -> [String] {
        switch self {
        case .object: try await looseObjects(in: scene)
        case .pack: files(in: "objects/pack", of: scene).filter { $0.hasSuffix(".pack") }
        case .packIndex: files(in: "objects/pack", of: scene).filter { $0.hasSuffix(".idx") }
        case .gitIndex: ["index"]
        case .head: ["HEAD"]
        case .branch: files(in: "refs/heads", of: scene)
        case .traces: files(in: "refs/etude/traces", of: scene)
        case .packedReferences: ["packed-refs"]
        case .gitConfiguration: ["config"]
        case .journal: files(in: "etude", of: scene).filter { $0.contains("/journal.") }
        case .recallIndex: ["etude/index"]
        case .changes: ["etude/changes"]
        case .attempts: ["etude/attempts"]
        case .packList: ["etude/packs"]
        case .receipts: ["etude/receipts.jsonl"]
        case .settings: ["etude/config"]
        case .severalPacksIndex: ["objects/pack/multi-pack-index"]
        case .commitGraph: ["objects/info/commit-graph"]
        }
    }

    /// Loose objects by how git comes to them, for their names are never the same.
    private func looseObjects(in scene: Scene) async throws -> [String] {
        let listed = try await scene.git("rev-list", "--objects", "--all")
        return listed.output.split(separator: "\n").map {
            "objects/\($0.prefix(2))/\($0.dropFirst(2).prefix(38))"
        }
        .filter { FileManager.default.fileExists(atPath: "\(scene.memory)/.git/\($0)") }
    }

    private func files(in folder: String, of scene: Scene) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: "\(scene.memory)/.git/\(folder)")
        return (names ?? []).sorted().map { "\(folder)/\($0)" }
    }
}
