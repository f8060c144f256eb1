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
        fields.append(("used", .list(trace.used.map(\.text))))
        if let base = trace.baseOutcome { fields.append(("base-outcome", .text(base.rawValue))) }
        fields.append(("started", .text(Timestamp.text(trace.started))))
        fields.append(("ended", .text(Timestamp.text(trace.ended))))
        let choice = trace.choice
        if let leaning = choice.leaning { fields.append(("leaning", .text(leaning))) }
        if !choice.considered.isEmpty { fields.append(("considered", .list(choice.considered))) }
        if let answer = choice.answer { fields.append(("answer", .text(answer))) }
        if let right = choice.right { fields.append(("right", .text(right))) }
        if let decision = trace.decision { fields.append(("decision", .integer(decision))) }
        fields.append(("evaluation", .text(trace.evaluation.rawValue)))
        return try Document.rendering(fields, body: body(of: trace, analysis: analysis)).bytes
    }

    static func decode(_ bytes: [UInt8], path: String) throws(EntryProblem) -> Trace {
        let reader = try FieldReader(bytes, path: path)
        let sections = reader.document.sections
        let started = try reader.required("started", expected: "a moment", Timestamp.date)
        return Trace(
            id: try reader.required("id", expected: "an id of ten characters", EntryID.init),
            skill: try reader.required("skill", expected: "the path of a skill", SkillPath.init),
            agent: try reader.requiredText("agent"),
            task: quoted(in: sections.first { $0.title == "Task" }?.text ?? ""),
            outcome: try reader.required(
                "outcome", expected: "success or failure", Trace.Outcome.init(rawValue:)),
            score: try reader.number("score", in: 0...1),
            difficulty: try reader.number("difficulty", in: -100...100) ?? 0,
            memory: try reader.value("memory", expected: "the name of a commit") { $0 },
            recalled: try reader.list("recalled", expected: "an id", EntryID.init),
            used: try reader.list("used", expected: "an id", EntryID.init),
            baseOutcome: try reader.choice("base-outcome"), started: started,
            ended: try reader.date("ended") ?? started, choice: try choice(reader),
            steps: sections.filter { $0.title.hasPrefix("Step ") }.map { step(in: $0.text) },
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

    private static func body(of trace: Trace, analysis: String?) -> String {
        var body = "\n## Task\n\n\(quotation(of: trace.task))\n"
        for (number, step) in trace.steps.enumerated() {
            body += "\n## Step \(number + 1)\n\n"
            body += "Did:\n\n\(quotation(of: step.did))\n\n"
            body += "Expected:\n\n\(quotation(of: step.expected))\n\n"
            body += "Happened:\n\n\(quotation(of: step.happened))\n"
        }
        if let analysis { body += "\n## Analysis\n\n\(analysis)\n" }
        return body
    }

    /// `text` as a Markdown quotation, which no text can close.
    private static func quotation(of text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
            .joined(separator: "\n")
    }

    private static func quoted(in text: some StringProtocol) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: true)
            .filter { $0.hasPrefix(">") }.map { $0.dropFirst($0.hasPrefix("> ") ? 2 : 1) }
            .joined(separator: "\n")
    }

    private static func step(in text: String) -> Trace.Step {
        let marks = ["Did:", "Expected:", "Happened:"]
        var parts: [String: String] = [:]
        var mark = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if marks.contains(String(line)) {
                mark = String(line)
            } else {
                parts[mark, default: ""] += line + "\n"
            }
        }
        return Trace.Step(
            did: quoted(in: parts["Did:"] ?? ""), expected: quoted(in: parts["Expected:"] ?? ""),
            happened: quoted(in: parts["Happened:"] ?? ""))
    }
}
