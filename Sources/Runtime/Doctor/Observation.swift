/// What a check found.
struct Observation: Sendable {
    /// Does the healing, and says what it did.
    typealias Remedy = @Sendable () throws(Failure) -> String

    let isSound: Bool
    let message: String
    let hint: String?
    let remedy: Remedy?

    static func sound(_ message: String) -> Observation {
        Observation(isSound: true, message: message, hint: nil, remedy: nil)
    }

    /// Something that needs a person.
    static func broken(_ message: String, hint: String?) -> Observation {
        Observation(isSound: false, message: message, hint: hint, remedy: nil)
    }

    /// Something that `remedy` heals; `effect` says how it will be then.
    static func curable(
        _ message: String, effect: String, remedy: @escaping Remedy
    ) -> Observation {
        Observation(
            isSound: false, message: message, hint: Failure.healing + effect, remedy: remedy)
    }

    static func broken(_ failure: Failure) -> Observation {
        let details = failure.details.isEmpty ? "" : " (\(failure.details.joined(separator: "; ")))"
        return broken(failure.line + details, hint: hint(of: failure))
    }

    /// What helps, said by the doctor itself.
    private static func hint(of failure: Failure) -> String? {
        if failure.kind == .busy { return "try again" }
        if failure.hint == Failure.askingTheDoctor { return "'git fsck' may say more" }
        return failure.hint ?? failure.spot.map { "mend '\($0.path)', and commit it" }
    }
}
