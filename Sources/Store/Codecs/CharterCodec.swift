import EtudeDocuments
import EtudeDomain

/// Reads `CHARTER.md`.
enum CharterCodec {
    /// The version of the format.
    static func version(_ bytes: [UInt8], path: String) throws(EntryProblem) -> Int {
        let reader = try FieldReader(bytes, path: path)
        return try reader.required("etude", expected: "the version of the format, 1") {
            Int($0).flatMap { $0 > 0 ? $0 : nil }
        }
    }

    static func decode(_ bytes: [UInt8], path: String) throws(EntryProblem) -> Charter {
        let reader = try FieldReader(bytes, path: path)
        _ = try version(bytes, path: path)
        let pattern = "skills such as 'support', 'support/**' or '**'"
        var charter = Charter(
            name: try reader.text("name") ?? "Practice memory",
            allow: try reader.list("allow", expected: pattern, SkillPattern.init),
            deny: try reader.list("deny", expected: pattern, SkillPattern.init))
        if reader.document.field("allow") == nil, let all = SkillPattern("**") {
            charter.allow = [all]
        }
        charter.review = try reader.choice("review") ?? charter.review
        charter.threshold = try reader.number("threshold", in: 0...1) ?? charter.threshold
        charter.mastered = try reader.number("mastered", in: 0...1) ?? charter.mastered
        charter.targetSuccess =
            try reader.number("target-success", in: 0.4...0.9) ?? charter.targetSuccess
        charter.inject = try reader.count("inject") ?? charter.inject
        charter.injectCharacters = try reader.count("inject-characters") ?? charter.injectCharacters
        charter.proposalsExpireDays =
            try reader.count("proposals-expire-days", atLeast: 1) ?? charter.proposalsExpireDays
        charter.keepTraces = try reader.count("keep-traces", atLeast: 1) ?? charter.keepTraces
        charter.text = reader.document.body
        return charter
    }
}
