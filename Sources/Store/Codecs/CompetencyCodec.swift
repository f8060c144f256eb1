import EtudeDocuments
import EtudeDomain

/// Reads and writes `competency/<agent>/<skill>.md`.
enum CompetencyCodec {
    static func decode(_ bytes: [UInt8], path: String) throws(EntryProblem) -> Competency {
        let reader = try FieldReader(bytes, path: path)
        let logits = -100.0...100.0
        return Competency(
            skill: try reader.required("skill", expected: "the path of a skill", SkillPath.init),
            agent: try reader.requiredText("agent"),
            attempts: try reader.count("attempts") ?? 0,
            successes: try reader.count("successes") ?? 0,
            ability: try reader.number("ability", in: logits) ?? 0,
            uncertainty: try reader.number("uncertainty", in: 0...100) ?? 1.5,
            competence: try reader.number("competence", in: 0...1) ?? 0.5,
            low: try reader.number("low", in: 0...1) ?? 0,
            high: try reader.number("high", in: 0...1) ?? 1,
            state: try reader.choice("state") ?? .unknown, retention: try retention(reader),
            traces: try reader.value("traces", expected: "the name of a commit") { $0 },
            memory: try reader.value("memory", expected: "the name of a commit") { $0 },
            updated: try reader.required("updated", expected: "a moment", Timestamp.date))
    }

    private static func retention(_ reader: FieldReader) throws(EntryProblem) -> Competency
        .Retention?
    {
        guard let stability = try reader.number("stability", in: 0...1e9),
            let difficulty = try reader.number("difficulty", in: 1...10),
            let due = try reader.count("due")
        else { return nil }
        return Competency.Retention(stability: stability, difficulty: difficulty, due: due)
    }

    static func encode(_ competency: Competency, body: String) throws(DocumentProblem) -> [UInt8] {
        var fields: [(key: String, value: FieldValue)] = [
            ("skill", .text(competency.skill.text)), ("agent", .text(competency.agent)),
            ("attempts", .integer(competency.attempts)),
            ("successes", .integer(competency.successes)),
            ("ability", .decimal(competency.ability.rounded(toPlaces: 4))),
            ("uncertainty", .decimal(competency.uncertainty.rounded(toPlaces: 4))),
            ("competence", .decimal(competency.competence.rounded(toPlaces: 4))),
            ("low", .decimal(competency.low.rounded(toPlaces: 4))),
            ("high", .decimal(competency.high.rounded(toPlaces: 4))),
            ("state", .text(competency.state.rawValue)),
        ]
        if let retention = competency.retention {
            fields.append(("stability", .decimal(retention.stability.rounded(toPlaces: 4))))
            fields.append(("difficulty", .decimal(retention.difficulty.rounded(toPlaces: 4))))
            fields.append(("due", .integer(retention.due)))
        }
        if let traces = competency.traces { fields.append(("traces", .text(traces))) }
        if let memory = competency.memory { fields.append(("memory", .text(memory))) }
        fields.append(("updated", .text(Timestamp.text(competency.updated))))
        return try Document.rendering(fields, body: body).bytes
    }
}

extension Double {
    fileprivate func rounded(toPlaces places: Int) -> Double {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        return (self * scale).rounded() / scale
    }
}
