@testable import EtudeRuntime
import EtudeTestSupport
import Foundation
import Testing

@Suite struct LessonFormTests {
    @Test func theEmptyFormExplainsItself() throws {
        try Snapshot.expect(LessonForm(nil).text, in: "lesson-form.md")
    }

    @Test func aFilledFormComesBack() throws {
        let request = LessonRequest.refund().with {
            $0.cues = nil
            $0.agent = nil
            $0.outcome = nil
            $0.because = "it's \"open\": #1"
        }
        #expect(try LessonForm.request(in: LessonForm(request).text) == request)
    }

    @Test(arguments: [("refund", ["refund"]), ("[refund, money back]", ["refund", "money back"])])
    func cuesMayBeOneOrAList(text: String, cues: [String]) throws {
        let form = LessonForm(.refund()).text.replacing("\ncues: \n", with: "\ncues: \(text)\n")
        #expect(try LessonForm.request(in: form).cues == cues)
    }

    @Test(arguments: [
        ("skill: \n", "form-no-skill.txt"), ("skill: [a\n", "form-unclosed-list.txt"),
    ])
    func aFormThatCannotBeReadIsExplained(line: String, snapshot: String) async throws {
        let failure = try await failure { try LessonForm.request(in: "---\n\(line)---\n") }
        try Snapshot.expect(failure.text + "\n", in: snapshot)
    }
}
