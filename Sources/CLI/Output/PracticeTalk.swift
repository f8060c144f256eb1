import EtudeRuntime

/// Says how far a practice session is.
struct PracticeTalk {
    /// Who practises.
    let agent: String
    /// Whether the memory's scenarios are practised, each once.
    let scenarios: Bool
    private var line = ProgressLine()

    init(agent: String, scenarios: Bool = false) {
        self.agent = agent
        self.scenarios = scenarios
    }

    mutating func tell(_ progress: PracticeSession.Progress) {
        switch progress {
        case .resumed(let count):
            Console.talk("Took up \(count) evaluation\(count == 1 ? "" : "s") interrupted earlier.")
        case .practised(let number, let all, let skill, let reason):
            line.show("practised \(number) of \(all): \(skill), \(reason.words)")
        case .ended(let number, let all, let isNoneLeft):
            line.clear()
            let reason =
                switch (isNoneLeft, scenarios) {
                case (true, true): "that is every scenario once"
                case (true, false): "no request is left that \(agent) has not practised on"
                case (false, true): "no skill that has scenarios left needs practice"
                case (false, false): "no skill that has requests left needs practice"
                }
            Console.talk("Practised on \(number) of \(all): \(reason).")
        case .measuring(let number, let all):
            line.show("measured \(number) of \(all) requests never practised")
        case .measured: break
        }
    }

    /// Clears the line that shows progress.
    mutating func end() { line.clear() }
}

extension Curriculum.Reason {
    /// Why a skill was chosen, in words.
    var words: String {
        switch self {
        case .asked: "as asked"
        case .interference: "because a new strategy also fires on it"
        case .due: "because it is due"
        case .belowThreshold: "because it is below the threshold"
        case .unknown: "because it is not known yet"
        case .notMastered: "because it is not mastered yet"
        }
    }
}
