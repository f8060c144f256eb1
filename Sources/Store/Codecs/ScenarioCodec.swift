import EtudeDocuments
import EtudeDomain

/// Reads and writes `scenarios/<skill>/<slug>-<id>.md`.
enum ScenarioCodec {
    private enum GraderKind: String, CaseIterable {
        case exact, regex, command
        case oneOf = "one-of"
    }

    static func decode(_ bytes: [UInt8], path: String) throws(EntryProblem) -> Scenario {
        let reader = try FieldReader(bytes, path: path)
        return Scenario(
            id: try reader.required("id", expected: "an id of ten characters", EntryID.init),
            title: try reader.requiredText("title"),
            skill: try reader.required("skill", expected: "the path of a skill", SkillPath.init),
            difficulty: try reader.number("difficulty", in: -20...20) ?? 0,
            source: try reader.text("source"), grader: try grader(reader),
            task: reader.document.body)
    }

    private static func grader(_ reader: FieldReader) throws(EntryProblem) -> Scenario.Grader {
        let kind = try reader.choice("grader", GraderKind.self) ?? .exact
        let expected = try reader.list("expect", expected: "text") { $0 }
        guard let first = expected.first else {
            throw reader.problem(
                with: "expect", "'expect' says nothing, so that no answer can be right")
        }
        return switch kind {
        case .exact: .exact(first)
        case .oneOf: .oneOf(expected)
        case .regex: .regex(first)
        case .command: .command(first)
        }
    }
}
