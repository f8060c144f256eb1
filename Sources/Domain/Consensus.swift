extension Sequence<Lesson> {
    /// The action that most of the lessons name; among equals, that of the first; nil without lessons.
    ///
    /// What is counted are the lessons that fire where the agent stands, the best first.
    public var agreedAction: Action? {
        var votes: [String: Int] = [:]
        for lesson in self { votes[lesson.action.name, default: 0] += 1 }
        let most = votes.values.max()
        return first { votes[$0.action.name] == most }?.action
    }
}
