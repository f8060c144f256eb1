import EtudeDocuments
import EtudeDomain

/// Reads and writes `strategies/<skill>/<slug>-<id>.md`.
enum StrategyCodec {
    static func decode(_ bytes: [UInt8], path: String) throws(EntryProblem) -> Strategy {
        let reader = try FieldReader(bytes, path: path)
        return Strategy(
            id: try reader.required("id", expected: idForm, EntryID.init),
            status: try reader.choice("status") ?? .active, lesson: try lesson(reader),
            origin: Strategy.Origin(
                agent: try reader.text("agent"), created: try reader.date("created"),
                trace: try reader.value("trace", expected: idForm, EntryID.init),
                memory: try reader.value("memory", expected: "the name of a commit") { $0 }),
            supersedes: try reader.list("supersedes", expected: idForm, EntryID.init),
            expires: try reader.value(
                "expires", expected: "a day such as 2026-11-22", Timestamp.endOfDay))
    }

    private static let idForm = "an id: ten characters of 0-9 and a-z without i, l, o, u"

    private static func lesson(_ reader: FieldReader) throws(EntryProblem) -> Lesson {
        let skill = try reader.required("skill", expected: "the path of a skill", SkillPath.init)
        if MemoryLayout.kind(of: reader.path) == .strategy,
            MemoryLayout.skill(of: reader.path, kind: .strategy) != skill
        {
            let folder = reader.path.split(separator: "/").dropLast().joined(separator: "/")
            throw reader.problem(
                with: "skill", "the skill is '\(skill)', but the file lies in '\(folder)'",
                hint: "move the file to 'strategies/\(skill)/', or change the skill")
        }
        return Lesson(
            skill: skill, title: try reader.requiredText("title"),
            when: try reader.requiredText("when"),
            cues: try reader.list("cues", expected: "a word or a phrase", Cue.init),
            unless: try reader.list("unless", expected: "a word or a phrase", Cue.init),
            action: try reader.required("do", expected: "an action", Action.init),
            insteadOf: try reader.value("instead-of", expected: "an action", Action.init),
            because: try reader.requiredText("because"))
    }

    static func encode(_ strategy: Strategy, body: String) throws(DocumentProblem) -> [UInt8] {
        let (lesson, origin) = (strategy.lesson, strategy.origin)
        var fields: [(key: String, value: FieldValue)] = [
            ("id", .text(strategy.id.text)), ("title", .text(lesson.title)),
            ("skill", .text(lesson.skill.text)), ("status", .text(strategy.status.rawValue)),
            ("when", .text(lesson.when)), ("cues", .list(lesson.cues.map(\.text))),
        ]
        if !lesson.unless.isEmpty { fields.append(("unless", .list(lesson.unless.map(\.text)))) }
        fields.append(("do", .text(lesson.action.text)))
        if let rejected = lesson.insteadOf { fields.append(("instead-of", .text(rejected.text))) }
        fields.append(("because", .text(lesson.because)))
        if let agent = origin.agent { fields.append(("agent", .text(agent))) }
        if let created = origin.created {
            fields.append(("created", .text(Timestamp.text(created))))
        }
        if let trace = origin.trace { fields.append(("trace", .text(trace.text))) }
        if let memory = origin.memory { fields.append(("memory", .text(memory))) }
        if !strategy.supersedes.isEmpty {
            fields.append(("supersedes", .list(strategy.supersedes.map(\.text))))
        }
        if let expires = strategy.expires {
            fields.append(("expires", .text(Timestamp.dayOrMoment(expires))))
        }
        return try Document.rendering(fields, body: body).bytes
    }
}
