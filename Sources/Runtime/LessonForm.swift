import EtudeDocuments

/// The form in which a person writes a lesson in an editor: a document with frontmatter.
public struct LessonForm {
    /// The text to edit.
    public let text: String

    private static let keys = [
        ("skill", "such as support/refunds"), ("title", "the lesson in one line"),
        ("when", "the circumstances, as a sentence"),
        ("cues", "words or phrases of the task: [refund, money back]"),
        ("unless", "words or phrases of tasks that it is not for"),
        ("do", "what to do; name the action in backticks"), ("instead-of", "what went wrong"),
        ("because", "the reason, as a sentence"), ("task", "the task as it was given"),
        ("did", "what was done"), ("expected", "what was expected to follow"),
        ("happened", "what followed"),
    ]

    /// A form, filled in as far as `request` goes.
    public init(_ request: LessonRequest?) {
        let step = request?.steps?.first
        let values = [
            "skill": request?.skill, "title": request?.title, "when": request?.when,
            "do": request?.action,
            "instead-of": request?.insteadOf, "because": request?.because, "task": request?.task,
            "did": step?.did, "expected": step?.expected, "happened": step?.happened,
        ]
        var lines = ["---"]
        for (key, help) in Self.keys {
            lines.append("# \(help)")
            lines.append("\(key): " + (values[key].flatMap(\.self).map(Self.quoted) ?? ""))
        }
        text = lines.joined(separator: "\n") + "\n---\n"
    }

    /// What a form says.
    public static func request(in text: String) throws(Failure) -> LessonRequest {
        let document: Document
        do { document = try Document(parsing: Array(text.utf8)) } catch {
            throw Failure(
                error.message,
                at: Failure.Spot(
                    path: "the form", line: error.place.line, column: error.place.column,
                    length: error.place.length))
        }
        func value(_ key: String) -> String? {
            guard case .scalar(let scalar)? = document.field(key)?.value, !scalar.text.isEmpty
            else { return nil }
            return scalar.text
        }
        func list(_ key: String) -> [String]? {
            if case .list(let items)? = document.field(key)?.value { return items.map(\.text) }
            return value(key).map { [$0] }
        }
        guard let skill = value("skill") else {
            throw Failure("the form names no skill, so nothing was learned")
        }
        var request = LessonRequest(skill: skill)
        request.title = value("title")
        request.when = value("when")
        request.action = value("do")
        request.insteadOf = value("instead-of")
        request.because = value("because")
        request.task = value("task")
        request.cues = list("cues")
        request.unless = list("unless")
        request.steps = [
            .init(
                did: value("did") ?? "", expected: value("expected") ?? "",
                happened: value("happened") ?? "")
        ]
        request.decision = 1
        return request
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "''").replacing("\n", with: " ") + "'"
    }
}
