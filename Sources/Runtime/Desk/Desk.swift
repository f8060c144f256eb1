import EtudeAgents
public import EtudeDomain

/// Requests with their intents, to practise on and to be measured on.
public struct Desk: Sendable {
    /// One request.
    public struct Item: Hashable, Sendable {
        /// What was asked.
        public let text: String
        /// The intent that it has.
        public let intent: String
    }

    /// Requests to practise on.
    public let practice: [Item]
    /// Requests that never enter practice.
    public let heldOut: [Item]
    /// The skill of each intent.
    public let skills: [String: SkillPath]

    /// Collects a desk's requests.
    ///
    /// Held-out requests that also occur in practice are left out, letter case and surrounding white
    /// space aside.
    init(practice: [Item], heldOut: [Item], skills: [String: SkillPath]) {
        let known = Set(practice.map { Self.normalized($0.text) })
        self.practice = practice
        self.heldOut = heldOut.filter { !known.contains(Self.normalized($0.text)) }
        self.skills = skills
    }

    /// The embedded support desk.
    public static let embedded: Desk = {
        let intents = SupportDesk.intents
        func items(_ text: (SupportDesk.Intent) -> String) -> [Item] {
            intents.flatMap { intent in
                text(intent).split(separator: "\n").map {
                    Item(text: String($0), intent: intent.name)
                }
            }
        }
        let skills = intents.compactMap { intent in
            SkillPath(intent.skill).map { (intent.name, $0) }
        }
        return Desk(
            practice: items(\.practice), heldOut: items(\.heldOut),
            skills: Dictionary(skills) { first, _ in first })
    }()

    /// The intents of a skill and of those below it, in byte order; all where none is named.
    public func intents(of skill: SkillPath?) -> [String] {
        skills.filter { entry in
            skill?.covers(entry.value) ?? true
        }
        .keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Refuses a skill that no request is for.
    func requireRequests(for skill: SkillPath?) throws(Failure) {
        guard let skill, intents(of: skill).isEmpty else { return }
        let suggestion = Spelling.nearest(to: skill.text, among: taxonomy.map(\.text))
        throw Failure(
            "the desk has no requests for the skill '\(skill)'",
            hint: suggestion.map { "did you mean '\($0)'?" }
                ?? "it has: \(taxonomy.map(\.text).joined(separator: ", "))")
    }

    /// The skills that its intents have, and those above them.
    public var taxonomy: [SkillPath] {
        Set(skills.values.flatMap { [$0] + $0.ancestors }).sorted()
    }

    /// The requests to practise on, round-robin over the intents of a skill, none of which comes twice.
    func practiceOrder(of skill: SkillPath?, seed: UInt64) -> [Item] {
        var generator = SeededGenerator(seed: seed)
        var turns = intents(of: skill).map { intent in
            var items = practice.filter { $0.intent == intent }
            generator.shuffle(&items)
            return items[...]
        }
        generator.shuffle(&turns)
        var order: [Item] = []
        while !turns.isEmpty {
            order += turns.compactMap(\.first)
            turns = turns.map { $0.dropFirst() }.filter { !$0.isEmpty }
        }
        return order
    }

    /// The requests of a skill to practise on, in the order of ``practiceOrder(of:seed:)``, each as hard as
    /// it looks beside the intents' names.
    func scenarios(of skill: SkillPath?, seed: UInt64, _ surroundings: Surroundings) -> [Scenario] {
        let apprentice = Apprentice(name: "apprentice", intents: skills.keys)
        return practiceOrder(of: skill, seed: seed).compactMap { item in
            guard let skill = skills[item.intent] else { return nil }
            return Scenario(
                id: surroundings.newID(), title: item.intent, skill: skill,
                difficulty: apprentice.difficulty(of: item.text, right: item.intent) ?? 0,
                source: nil, grader: .exact(item.intent), task: item.text)
        }
    }

    private static func normalized(_ text: String) -> String {
        text.trimmingWhitespace.lowercased()
    }
}
