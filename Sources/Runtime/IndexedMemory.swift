import EtudeDomain
import EtudePractice
import EtudeRecall

/// What the gate asks a memory, answered from an index and a log of attempts.
struct IndexedMemory: GateSource {
    typealias Failure = RecallError

    let index: RecallIndex
    let log: AttemptLog

    func strategies(
        withCueBeginningWith stems: Set<String>, except skills: Set<SkillPath>
    ) throws(RecallError) -> [Strategy] {
        try index.strategies(withCueBeginningWith: stems, except: skills).map(\.strategy)
    }

    func strategiesWithoutCues() throws(RecallError) -> [Strategy] {
        try index.strategiesWithoutCues().map(\.strategy)
    }

    func attempts(firing lesson: Lesson) -> [Attempt] { log.hits(of: lesson) }
}
