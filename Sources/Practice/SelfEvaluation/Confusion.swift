import EtudeDomain

/// One wrong answer taken for one right answer.
struct Confusion: Hashable, Comparable, Sendable {
    let skill: SkillPath
    let answer: String
    let right: String

    init?(_ trace: Trace, taxonomy: Taxonomy) {
        guard let answer = trace.choice.answer.map({ Action.normalized($0[...]) }),
            let right = trace.choice.right.map({ Action.normalized($0[...]) }),
            answer != right, !answer.isEmpty, !right.isEmpty
        else { return nil }
        let skill = taxonomy[trace.skill]
        if skill?.kind == .failureMode { return nil }
        self.skill = skill?.path ?? trace.skill
        self.answer = answer
        self.right = right
    }

    var title: String { "`\(Excerpt.of(answer))` taken where `\(Excerpt.of(right))` is right" }

    /// A path segment that no other confusion of the skill has.
    ///
    /// Legible names alone where they can be read back from it; else with a digest of both.
    var slug: String {
        let plain = Self.slug(right) + Self.joiner + Self.slug(answer)
        if plain.utf8.count <= SkillPath.maximumSegmentLength, isLegible { return plain }
        let room = SkillPath.maximumSegmentLength - Self.digestLength - 1
        let start = plain.prefix(room).drop { $0 == "-" }
        return start + (start.hasSuffix("-") || start.isEmpty ? "" : "-") + digest
    }

    private static let joiner = "-not-"
    private static let digestLength = 13

    private var isLegible: Bool {
        [answer, right].allSatisfy { name in
            let parts = name.split(separator: "_", omittingEmptySubsequences: false)
            return parts.allSatisfy { part in
                !part.isEmpty && part != "not" && SkillPath.isSegment(part) && !part.contains("-")
            }
        }
    }

    private static func slug(_ name: String) -> String {
        name.split { !SkillPath.isSegment(String($0)) }.joined(separator: "-")
    }

    /// FNV-1a over both names, 64 bits in base 36.
    private var digest: String {
        let hash = (right + "\0" + answer).utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
        }
        let text = String(hash, radix: 36)
        return String(repeating: "0", count: Self.digestLength - text.count) + text
    }

    static func < (left: Self, right: Self) -> Bool {
        (left.skill, left.right, left.answer) < (right.skill, right.right, right.answer)
    }
}
