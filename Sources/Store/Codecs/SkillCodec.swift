import EtudeDocuments
import EtudeDomain

/// Reads and writes `skills/<skill>/skill.md`.
enum SkillCodec {
    static func decode(_ bytes: [UInt8], path: String, skill: SkillPath) throws(EntryProblem)
        -> Skill
    {
        let reader = try FieldReader(bytes, path: path)
        return Skill(
            path: skill, title: try reader.requiredText("title"),
            status: try reader.choice("status") ?? .active,
            kind: try reader.choice("kind") ?? .skill,
            threshold: try reader.number("threshold", in: 0...1),
            mastered: try reader.number("mastered", in: 0...1),
            aliases: try reader.list("aliases", expected: "the path of a skill", SkillPath.init),
            text: reader.document.body)
    }

    static func encode(_ skill: Skill) throws(DocumentProblem) -> [UInt8] {
        var fields: [(key: String, value: FieldValue)] = [
            ("title", .text(skill.title)), ("status", .text(skill.status.rawValue)),
            ("kind", .text(skill.kind.rawValue)),
        ]
        if let threshold = skill.threshold { fields.append(("threshold", .decimal(threshold))) }
        if let mastered = skill.mastered { fields.append(("mastered", .decimal(mastered))) }
        if !skill.aliases.isEmpty { fields.append(("aliases", .list(skill.aliases.map(\.text)))) }
        return try Document.rendering(fields, body: skill.text).bytes
    }
}
