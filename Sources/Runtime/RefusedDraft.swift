import EtudePractice

extension Verdict {
    /// Whether a refused draft can be kept: it holds no secret and no deceiving character.
    var isSafeToKeep: Bool {
        !failures.contains { $0.name == .secret || $0.name == .characters }
    }

    /// Why a draft is refused, one reason a check.
    var reasons: [String] { failures.map { "\($0.name.rawValue): \($0.message)" } }
}
