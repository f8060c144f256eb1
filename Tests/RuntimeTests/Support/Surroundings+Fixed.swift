import EtudeDomain
import EtudeRuntime
import Foundation
import Synchronization

extension Surroundings {
    /// A clock that stands still, and ids drawn from a seed.
    static func fixed(
        agent: String = "desk-1", at moment: String = "2026-11-22T10:04:05Z", seed: UInt64 = 1
    ) -> Surroundings {
        let ids = SeededIDs(seed: seed)
        let now = (try? Date(moment, strategy: .iso8601)) ?? .distantPast
        return Surroundings(agent: agent, now: { now }, newID: { ids.next() })
    }
}

/// The same ids for the same seed.
private final class SeededIDs: Sendable {
    private let generator: Mutex<SeededGenerator>

    init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

    func next() -> EntryID { generator.withLock { EntryID(using: &$0) } }
}

/// What a test relies on is not there.
struct Missing: Error {
    let what: String
}

/// The skill of a test.
func skill(_ text: String) throws -> SkillPath {
    guard let skill = SkillPath(text) else { throw Missing(what: "the skill \(text)") }
    return skill
}

/// The id of a test.
func id(_ text: String) throws -> EntryID {
    guard let id = EntryID(text) else { throw Missing(what: "the id \(text)") }
    return id
}

/// The failure that `body` throws; records an issue when it throws none.
func failure<Result>(_ body: () async throws -> Result) async throws -> Failure {
    do { _ = try await body() } catch let failure as Failure { return failure }
    throw Missing(what: "a failure")
}
