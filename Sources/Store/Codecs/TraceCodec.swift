import EtudeDocuments
import EtudeDomain

/// Reads and writes `trace.md`.
enum TraceCodec {
    static let fileName = "trace.md"

    static func encode(_ trace: Trace, analysis: String?) throws(DocumentProblem) -> [UInt8] {
        var fields: [(key: String, value: FieldValue)] = [
            ("id", .text(trace.id.text)), ("skill", .text(trace.skill.text)),
            ("agent", .text(trace.agent)), ("outcome", .text(trace.outcome.rawValue)),
            ("score", .decimal(trace.score)), ("difficulty", .decimal(trace.difficulty)),
        ]
        if let memory = trace.memory { fields.append(("memory", .text(memory))) }
        fields.append(("recalled", .list(trace.recalled.map(\.text))))
        if !trace.masked.isEmpty { fields.append(("masked", .list(trace.masked.map(\.text)))) }
        if !trace.unmasked.isEmpty {
            fields.append(("unmasked", .list(trace.unmasked.map(\.text))))
        }
        fields.append(("used", .list(trace.used.map(\.text))))
        if let base = trace.baseOutcome { fields.append(("base-outcome", .text(base.rawValue))) }
        fields.append(("started", .text(Timestamp.text(trace.started))))
        fields.append(("ended", .text(Timestamp.text(trace.ended))))
        let choice = trace.choice
        if let leaning = choice.leaning { fields.append(("leaning", .text(short(leaning)))) }
        if !choice.considered.isEmpty {
            fields.append(("considered", .list(short(choice.considered))))
        }
        if let answer = choice.answer { fields.append(("answer", .text(short(answer)))) }
        if let right = choice.right { fields.append(("right", .text(short(right)))) }
        if let decision = trace.decision { fields.append(("decision", .integer(decision))) }
        fields.append(("evaluation", .text(trace.evaluation.rawValue)))
        return try Document.rendering(fields, body: TraceBody.text(of: trace, analysis: analysis))
            .bytes
    }

    static func decode(_ bytes: [UInt8], path: String) throws(EntryProblem) -> Trace {
        let reader = try FieldReader(bytes, path: path)
        let body = TraceBody(reader.document)
        let started = try reader.required("started", expected: "a moment", Timestamp.date)
        return Trace(
            id: try reader.required("id", expected: "an id of ten characters", EntryID.init),
            skill: try reader.required("skill", expected: "the path of a skill", SkillPath.init),
            agent: try reader.requiredText("agent"),
            task: body.task,
            outcome: try reader.required(
                "outcome", expected: "success or failure", Trace.Outcome.init(rawValue:)),
            score: try reader.number("score", in: 0...1),
            difficulty: try reader.number("difficulty", in: -100...100) ?? 0,
            memory: try reader.value("memory", expected: "the name of a commit") { $0 },
            recalled: try reader.list("recalled", expected: "an id", EntryID.init),
            masked: try reader.list("masked", expected: "an id", EntryID.init),
            unmasked: try reader.list("unmasked", expected: "an id", EntryID.init),
            used: try reader.list("used", expected: "an id", EntryID.init),
            baseOutcome: try reader.choice("base-outcome"), started: started,
            ended: try reader.date("ended") ?? started, choice: try choice(reader),
            steps: body.steps,
            decision: try reader.count("decision", atLeast: 1),
            evaluation: try reader.choice("evaluation") ?? .none)
    }

    private static func choice(_ reader: FieldReader) throws(EntryProblem) -> Trace.Choice {
        Trace.Choice(
            leaning: try reader.value("leaning", expected: "an action") { $0 },
            considered: try reader.list("considered", expected: "an action") { $0 },
            answer: try reader.value("answer", expected: "an action") { $0 },
            right: try reader.value("right", expected: "an action") { $0 })
    }

    /// What a field of the frontmatter can hold of `text`.
    private static func short(_ text: String) -> String {
        CleanText.cut(CleanText.lines(text), to: 400)
    }

    private static func short(_ list: [String]) -> [String] {
        var size = 0
        return list.map(short).prefix {
            size += $0.utf8.count
            return size <= 1600
        }
    }
}
