import EtudeReview
import EtudeRuntime

/// What a check prints as JSON.
struct CheckedMemory: Encodable {
    let revision: String
    let findings: [Row]

    struct Row: Encodable {
        let severity: String
        let rule: String
        let path: String
        let line: Int?
        let column: Int?
        let message: String
        let hint: String?
    }

    init(_ outcome: CheckMemory.Outcome) {
        revision = outcome.revision
        let unreadable = outcome.unreadable.map { failure in
            Row(
                severity: "error", rule: "unreadable", path: failure.spot?.path ?? "",
                line: failure.spot?.line,
                column: failure.spot?.line == nil ? nil : failure.spot?.column,
                message: failure.message,
                hint: failure.hint)
        }
        findings =
            unreadable
            + outcome.findings.map { finding in
                Row(
                    severity: finding.severity.rawValue, rule: finding.rule, path: finding.path,
                    line: nil, column: nil,
                    message: finding.message, hint: finding.hint)
            }
    }
}
