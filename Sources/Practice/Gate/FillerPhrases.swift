import EtudeDomain

/// Phrases that ask for effort and say nothing that could be done.
enum FillerPhrases {
    /// `stems` without the phrases.
    static func removed(from stems: [String]) -> [String] {
        var left: [String] = []
        var rest = stems[...]
        while let first = rest.first {
            if let phrase = phrases.first(where: { rest.starts(with: $0.stems) }) {
                rest = rest.dropFirst(phrase.stems.count)
            } else {
                left.append(first)
                rest = rest.dropFirst()
            }
        }
        return left
    }

    /// Longer ones first, so that a short one never cuts a long one in two.
    private static let phrases = [
        "act with care", "always", "avoid errors", "avoid mistakes", "avoid this mistake",
        "be accurate",
        "be attentive", "be aware", "be careful", "be cautious", "be diligent", "be mindful",
        "be more careful", "be more precise", "be more thorough", "be precise", "be thorough",
        "be vigilant",
        "carefully", "check again", "check carefully", "check everything", "check twice",
        "check your work",
        "consider all options", "consider carefully", "consider the context", "do better",
        "do it correctly", "do it properly", "do it right", "do not rush", "do the right thing",
        "do your best", "don't rush", "double check", "ensure accuracy", "ensure correctness",
        "ensure quality", "focus", "focus more", "get it right", "keep in mind",
        "learn from mistakes",
        "look carefully", "look closely", "make sure", "never forget", "note that", "pay attention",
        "pay close attention", "pay more attention", "please", "read carefully", "read closely",
        "read the task", "remember to", "stay focused", "take care", "take more care", "take time",
        "take your time", "think again", "think before answering", "think carefully",
        "think harder",
        "think it through", "think step by step", "think twice", "triple check", "try again",
        "try harder", "try your best", "understand the context", "understand the task",
        "use caution",
        "use common sense", "use good judgement", "use good judgment", "verify carefully",
        "verify everything", "verify your work", "watch out", "work carefully", "work harder",
    ].map(Terms.init(of:)).sorted { $0.stems.count > $1.stems.count }
}
