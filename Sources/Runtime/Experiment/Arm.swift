import EtudeAgents

/// What is done with the experience of practice, so that one way can be held against another.
public enum Arm: String, Hashable, Sendable, CaseIterable, Codable {
    /// The product: strategies of the contrasting coach, through the gate.
    case practice
    /// The same budget over all skills of the desk.
    case untargeted
    /// The strategies of `practice` with each other's cues.
    case placebo
    /// Strategies of a coach that does not look for the reason, without a gate.
    case vague
    /// The same, where replay has to show that they fix more than they break.
    case vagueReplayed = "vague-replayed"
    /// The contrasting coach without a gate.
    case ungated
    /// No strategies: the answer of the most similar request, from a likeness of 0.4.
    case nearest40 = "nearest-0.4"
    /// The same from 0.3.
    case nearest30 = "nearest-0.3"
    /// No memory: the base is trained on the same requests.
    case retrained
    /// The frozen base alone.
    case off

    /// What it does, in a few words.
    public var summary: String {
        switch self {
        case .practice: "practice"
        case .untargeted: "untargeted practice, same budget"
        case .placebo: "placebo: cues shuffled"
        case .vague: "vague lessons, no gate"
        case .vagueReplayed: "vague lessons, replayed"
        case .ungated: "practice without the gate"
        case .nearest40: "nearest request, from 0.4"
        case .nearest30: "nearest request, from 0.3"
        case .retrained: "base retrained on the same labels"
        case .off: "memory off"
        }
    }

    /// Whether it is practised on one skill; else on all that the desk has.
    var isTargeted: Bool { self != .untargeted }

    /// Whether only the embedded apprentice can take part: another agent's base cannot be trained.
    public var needsApprentice: Bool { self == .retrained }
}
