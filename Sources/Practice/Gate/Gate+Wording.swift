import EtudeDomain

/// The checks of what a lesson says.
extension Gate {
    /// The most words that a lesson's four sentences may have together.
    static var mostWords: Int { 60 }

    func oneAction(_ lesson: Lesson) -> Check.Result {
        guard let rejected = lesson.insteadOf else {
            return .failed("`instead-of` is missing; name the action that went wrong")
        }
        for (field, action) in [("do", lesson.action), ("instead-of", rejected)]
        where action.namedActions.count > 1 {
            return .failed(
                "`\(field)` names \(action.namedActions.count) actions; keep one, write another lesson"
            )
        }
        if lesson.action.name == rejected.name {
            return .failed(
                "`do` and `instead-of` name the same action; name a different one to take")
        }
        return .passed("`\(lesson.action.name)` instead of `\(rejected.name)`")
    }

    func substance(_ lesson: Lesson) -> Check.Result {
        let told = FillerPhrases.removed(from: Terms(of: lesson.action.text).stems)
        if told.contains(where: { !StopWords.contains($0) }) {
            return .passed("`do` says what to do")
        }
        return .failed("`do` names nothing that can be done; write the action itself")
    }

    func length(_ lesson: Lesson) -> Check.Result {
        let parts = [lesson.when, lesson.action.text, lesson.insteadOf?.text ?? "", lesson.because]
        let count = parts.reduce(0) { $0 + Wording.count(of: $1) }
        if count <= Self.mostWords { return .passed("\(count) of \(Self.mostWords) words") }
        return .failed("\(count) words; cut it to \(Self.mostWords)")
    }

    func characters(_ lesson: Lesson) -> Check.Result {
        for (field, text) in lesson.fields {
            guard let scalar = ForbiddenCharacters.first(in: text) else { continue }
            let name = "U+" + String(repeating: "0", count: max(0, 4 - Wording.hex(scalar).count))
            return .failed(
                "`\(field)` holds the character \(name)\(Wording.hex(scalar)); write one line of plain text"
            )
        }
        return .passed("plain text, one line a field")
    }

    func secret(_ lesson: Lesson, _ trace: Trace) -> Check.Result {
        for (place, text) in lesson.fields.map({ ("`\($0)`", $1) }) + trace.texts {
            guard let finding = SecretScanner.findings(in: text).first else { continue }
            let kind = finding.kind.rawValue
            return .failed(
                "\(place) holds a secret (\(kind), at byte \(finding.range.lowerBound)); remove it, revoke it"
            )
        }
        return .passed("none in the lesson or its trace")
    }
}

extension Lesson {
    /// The fields by the names they have in a file.
    fileprivate var fields: [(String, String)] {
        [("skill", skill.text), ("title", title), ("when", when)] + cues.map { ("cues", $0.text) }
            + unless.map { ("unless", $0.text) }
            + [
                ("do", action.text), ("instead-of", insteadOf?.text ?? ""), ("because", because),
            ]
    }
}

extension Trace {
    /// The texts, each with the place where it stands.
    fileprivate var texts: [(String, String)] {
        let names = [choice.leaning, choice.answer, choice.right].compactMap(\.self)
        let steps = steps.enumerated().flatMap { number, step in
            [step.did, step.expected, step.happened].map { ("step \(number + 1)", $0) }
        }
        return [("the task", task)] + (names + choice.considered).map { ("the choice", $0) } + steps
    }
}
