import ArgumentParser
import EtudeRuntime

/// A lesson in flags.
struct LessonFlags: ParsableArguments {
    @Option(help: "The skill, such as support/refunds")
    var skill: String?
    @Option(help: "The lesson in one line")
    var title: String?
    @Option(help: "The circumstances")
    var when: String?
    @Option(name: .customLong("cue"), help: "A word or phrase of the task; may be repeated")
    var cues: [String] = []
    @Option(help: "A word or phrase of tasks that it is not for; may be repeated")
    var unless: [String] = []
    @Option(name: .customLong("do"), help: ArgumentHelp("What to do", valueName: "action"))
    var action: String?
    @Option(help: ArgumentHelp("What went wrong", valueName: "action"))
    var insteadOf: String?
    @Option(help: ArgumentHelp("The reason", valueName: "text"))
    var because: String?
    @Option(help: ArgumentHelp("The task as it was given", valueName: "text"))
    var task: String?
    @Option(help: ArgumentHelp("What was done at the step that went wrong", valueName: "text"))
    var did: String?
    @Option(help: ArgumentHelp("What was expected there", valueName: "text"))
    var expected: String?
    @Option(help: ArgumentHelp("What happened instead", valueName: "text"))
    var happened: String?

    /// The request that the flags make; nil when no skill is named.
    var request: LessonRequest? {
        guard let skill else { return nil }
        var request = LessonRequest(skill: skill)
        request.title = title
        request.when = when
        request.cues = cues
        request.unless = unless
        request.action = action
        request.insteadOf = insteadOf
        request.because = because
        request.task = task
        if did != nil || expected != nil || happened != nil {
            request.steps = [
                .init(did: did ?? "", expected: expected ?? "", happened: happened ?? "")
            ]
            request.decision = 1
        }
        return request
    }
}
