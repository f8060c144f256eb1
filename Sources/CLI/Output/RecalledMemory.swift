import EtudeDomain
import EtudeRecall
import EtudeRuntime

/// What a recall prints as JSON.
struct RecalledMemory: Encodable {
    let memory: String?
    let notes: [String]
    let strategies: [Row]

    struct Row: Encodable {
        let id: String
        let path: String
        let skill: String
        let title: String
        let when: String
        let cues: [String]
        let unless: [String]
        let action: String
        let insteadOf: String?
        let because: String
        let helped: Double
        let harmed: Double
        let cue: String?
        let score: Double

        enum CodingKeys: String, CodingKey {
            case id, path, skill, title, when, cues, unless, because, helped, harmed, cue, score
            case action = "do"
            case insteadOf = "instead-of"
        }

        init(_ hit: Hit) {
            id = hit.id.text
            path = hit.location
            skill = hit.lesson.skill.text
            title = hit.lesson.title
            when = hit.lesson.when
            cues = hit.lesson.cues.map(\.text)
            unless = hit.lesson.unless.map(\.text)
            action = hit.lesson.action.text
            insteadOf = hit.lesson.insteadOf?.text
            because = hit.lesson.because
            helped = hit.record.helped
            harmed = hit.record.harmed
            cue = hit.cue
            score = hit.score
        }
    }

    init(_ outcome: RecallStrategies.Outcome) {
        memory = outcome.memory
        notes = outcome.notes
        strategies = outcome.hits.map(Row.init)
    }
}
