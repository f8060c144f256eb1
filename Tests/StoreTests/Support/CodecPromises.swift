import EtudeDocuments
import EtudeDomain

@testable import EtudeStore

/// What the codecs promise for any bytes: asked by the fuzz target, and of every file it found.
enum CodecPromises {
    /// Names the promises that a file breaks, whatever kind of entry it is taken for.
    static func broken(by bytes: [UInt8]) -> [String] {
        brokenByLesson(bytes) + brokenByPractice(bytes) + brokenByRules(bytes)
    }

    private static func brokenByLesson(_ bytes: [UInt8]) -> [String] {
        broken("strategy", by: bytes, isExact: true) { bytes throws(EntryProblem) in
            try StrategyCodec.decode(bytes, path: "lesson.md")
        } encode: { strategy throws(DocumentProblem) in
            try StrategyCodec.encode(strategy, body: "")
        }
    }

    private static func brokenByPractice(_ bytes: [UInt8]) -> [String] {
        broken("trace", by: bytes) { bytes throws(EntryProblem) in
            try TraceCodec.decode(bytes, path: "trace.md")
        } encode: { trace throws(DocumentProblem) in
            try TraceCodec.encode(trace, analysis: nil)
        }
            + broken("competency", by: bytes) { bytes throws(EntryProblem) in
                try CompetencyCodec.decode(bytes, path: "competency/desk/support.md")
            } encode: { competency throws(DocumentProblem) in
                try CompetencyCodec.encode(competency, body: "")
            }
            + brokenPlace("scenario", in: bytes) { () throws(EntryProblem) in
                _ = try ScenarioCodec.decode(bytes, path: "scenarios/support/a.md")
            }
    }

    private static func brokenByRules(_ bytes: [UInt8]) -> [String] {
        guard let path = SkillPath("support") else { return ["'support' names a skill"] }
        return broken("skill", by: bytes) { bytes throws(EntryProblem) in
            try SkillCodec.decode(bytes, path: "skills/support/skill.md", skill: path)
        } encode: { skill throws(DocumentProblem) in
            try SkillCodec.encode(skill)
        }
            + brokenPlace("charter", in: bytes) { () throws(EntryProblem) in
                _ = try CharterCodec.decode(bytes, path: "CHARTER.md")
            }
            + brokenPlace("strategy in its folder", in: bytes) { () throws(EntryProblem) in
                _ = try StrategyCodec.decode(bytes, path: "strategies/support/a.md")
            }
    }

    /// What is read has to be written so that it reads, and is written, the same again.
    ///
    /// Only a strategy is the same at once. Writing rounds the numbers of a competency, ends the text
    /// of a skill with a newline, and cleans the texts of a trace.
    private static func broken<Value: Equatable>(
        _ kind: String, by bytes: [UInt8], isExact: Bool = false,
        decode: ([UInt8]) throws(EntryProblem) -> Value,
        encode: (Value) throws(DocumentProblem) -> [UInt8]
    ) -> [String] {
        let problem = brokenPlace(kind, in: bytes) { () throws(EntryProblem) in
            _ = try decode(bytes)
        }
        guard let value = try? decode(bytes) else { return problem }
        do throws(DocumentProblem) {
            let written = try encode(value)
            guard let copy = try? decode(written) else {
                return ["a \(kind) that was written can be read"]
            }
            let again = try encode(copy)
            let isKept = again == written && (copy == value || !isExact)
            return isKept ? [] : ["a \(kind) comes back as it was: \(value)"]
        } catch {
            return error.mayBeWritten ? ["a \(kind) that was read can be written: \(error)"] : []
        }
    }

    /// A problem's place has to be in the file, and its words safe to print.
    private static func brokenPlace(
        _ kind: String, in bytes: [UInt8], read: () throws(EntryProblem) -> Void
    ) -> [String] {
        do throws(EntryProblem) {
            try read()
            return []
        } catch {
            guard let place = error.place else { return [] }
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            let isInside = (1...lines.count).contains(place.line)
            return isInside && error.excerpt != nil ? [] : ["a \(kind) has the place: \(error)"]
        }
    }
}

extension DocumentProblem {
    /// Whether a file could say the same: neither is it too large, nor holds its body what none may.
    fileprivate var mayBeWritten: Bool {
        switch kind {
        case .tooLarge, .frontmatterTooLarge, .forbiddenCharacter: false
        default: true
        }
    }
}
