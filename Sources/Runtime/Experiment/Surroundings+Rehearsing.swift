import EtudeDomain
import Foundation
import Synchronization

extension Surroundings {
    /// A clock that stands still, and ids drawn from a seed.
    static func rehearsing(as agent: String, seed: UInt64) -> Surroundings {
        let ids = IDSource(seed: seed)
        return Surroundings(agent: agent, now: { Date(timeIntervalSince1970: 0) }) { ids.next() }
    }
}

private final class IDSource: Sendable {
    private let generator: Mutex<SeededGenerator>

    init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

    func next() -> EntryID { generator.withLock { EntryID(using: &$0) } }
}
