import EtudeDocuments
import EtudeDomain

/// Reads and writes `scenarios/<skill>/<slug>-<id>.md`.
enum ScenarioCodec {
    static func decode(_ bytes: [UInt8], path: String) throws(EntryProblem) -> Scenario {
        let reader = try FieldReader(bytes, path: path)
        let scenario = Scenario(
            id: try reader.required("id", expected: "an id of ten characters", EntryID.init),
            title: try reader.requiredText("title"),
            skill: try reader.required("skill", expected: "the path of a skill", SkillPath.init),
            difficulty: try reader.number("difficulty", in: -20...20) ?? 0,
            source: try reader.text("source"), grader: try grader(reader),
            task: reader.document.body.trimmingWhitespace)
        guard !scenario.task.isEmpty else {
            throw reader.problem(
                with: "title", "the file says no task", hint: "write it below the frontmatter")
        }
        return scenario
    }

    private static func grader(_ reader: FieldReader) throws(EntryProblem) -> Scenario.Grader {
        let kind = try reader.choice("grader", Scenario.GraderKind.self) ?? .exact
        let expected = try reader.list("expect", expected: "text") { $0 }
        guard let first = expected.first,
            !expected.contains(where: { $0.allSatisfy(\.isWhitespace) })
        else {
            throw reader.problem(
                with: "expect", "'expect' says nothing, so that no answer can be right")
        }
        guard kind == .oneOf || expected.count == 1 else {
            throw reader.problem(
                with: "expect",
                "the grader '\(kind.rawValue)' expects one text, and here are several",
                hint: "write 'grader: one-of' where each of them is right")
        }
        return switch kind {
        case .exact: .exact(first)
        case .oneOf: .oneOf(expected)
        case .regex: .regex(first)
        case .command: .command(first)
        }
    }

    static func encode(_ scenario: Scenario) throws(DocumentProblem) -> [UInt8] {
        var fields: [(key: String, value: FieldValue)] = [
            ("id", .text(scenario.id.text)), ("title", .text(scenario.title)),
            ("skill", .text(scenario.skill.text)), ("difficulty", .decimal(scenario.difficulty)),
        ]
        if let source = scenario.source { fields.append(("source", .text(source))) }
        let expected: FieldValue =
            switch scenario.grader {
            case .exact(let text), .regex(let text), .command(let text): .text(text)
            case .oneOf(let right): .list(right)
            }
        fields += [("grader", .text(scenario.grader.kind.rawValue)), ("expect", expected)]
        return try Document.rendering(fields, body: "\n\(scenario.task)\n").bytes
    }
}
