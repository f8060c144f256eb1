import EtudeRuntime
import Foundation
import Testing

@testable import EtudeTorture

/// The torture means something only if it sees what it looks for.
@Suite struct VerdictTests {
    private let lesson = FaultSweep.lesson

    private func withMemory(_ body: (Scene) async throws -> Void) async throws {
        try await Scene.withFolder(program: Program.path) { scene in
            try await scene.makeMemory()
            try await body(scene)
        }
    }

    private func finished(_ status: Int32, _ output: String = "") -> Finished {
        Finished(ending: .exited(status), output: output, errors: "")
    }

    @Test func aLieAboutTheOutcomeIsSeen() async throws {
        try await withMemory { scene in
            let isRefused = try await FaultSweep.contradictions(of: finished(1), in: scene)
            #expect(isRefused == [])
            let lie = try await FaultSweep.contradictions(of: finished(0), in: scene)
            #expect(lie == ["it says done, and the entry is not at HEAD"])
            #expect(try await scene.learn(lesson).succeeded)
            let hidden = try await FaultSweep.contradictions(of: finished(70), in: scene)
            #expect(hidden.count == 1)
            #expect(try await FaultSweep.contradictions(of: finished(0), in: scene) == [])
        }
    }

    @Test func whatIsLostOrLeftLyingIsSeen() async throws {
        try await withMemory { scene in
            let aftermath = Aftermath(scene: scene)
            #expect(try await aftermath.check(keeping: [Scene.known]) == [])
            try scene.write("left", to: "strategies/refunds/left.md")
            let facts = try await aftermath.check(keeping: [lesson])
            #expect(facts.contains("'torture' is there 0 times"))
            #expect(facts.contains("git status: ?? strategies/refunds/left.md"))
        }
    }

    @Test func aMissingObjectIsSeen() async throws {
        try await withMemory { scene in
            let tree = try await scene.git("rev-parse", "HEAD^{tree}").output
            let (folder, name) = (tree.prefix(2), tree.dropFirst(2).prefix(38))
            try FileManager.default.removeItem(
                atPath: "\(scene.memory)/.git/objects/\(folder)/\(name)")
            #expect(try await scene.damage().contains { $0.contains("missing tree") })
        }
    }

    @Test func aRecallThatTellsTooMuchOrTooLittleIsSeen() async throws {
        try await withMemory { scene in
            let sound = try #require(try await scene.recallLessons().answer)
            #expect(sound.strategies.count == 1 && sound.facts(against: sound) == [])
            let silent = RecallAnswer(notes: [], strategies: [])
            #expect(
                silent.facts(against: sound)
                    == ["recall leaves a strategy out, and says nothing"])
            #expect(sound.facts(against: silent).count == 1)
            #expect(RecallAnswer(notes: ["why"], strategies: []).facts(against: sound) == [])
        }
    }

    @Test func damageIsDoneAsItIsWritten() async throws {
        try await withMemory { scene in
            let head = URL(filePath: "\(scene.memory)/.git/HEAD")
            try await #require(Damage("head.0:cut=5")).apply(to: scene)
            #expect(try String(contentsOf: head, encoding: .utf8) == "ref: ")
            try await #require(Damage("head.0:flip=9")).apply(to: scene)
            #expect(try String(contentsOf: head, encoding: .utf8) == "rgf: ")
            let journals = (0...1).map { URL(filePath: "\(scene.memory)/.git/etude/journal.\($0)") }
            #expect(try Data(contentsOf: journals[0]) != Data(contentsOf: journals[1]))
            try await #require(Damage("journal.0:exchange")).apply(to: scene)
            #expect(try Data(contentsOf: journals[0]) == Data(contentsOf: journals[1]))
        }
        for text in ["object.3:cut=20", "pack.0:flip=7", "journal.1:exchange"] {
            #expect(Damage(text)?.description == text)
        }
        for text in ["object:cut=20", "objects.3:cut=20", "object.3:cut", "object.3:bend=1", ""] {
            #expect(Damage(text) == nil)
        }
    }

    @Test func aStormSeesWhatItLost() async throws {
        try await withMemory { scene in
            let person = StormPerson(scene: scene, commitsAll: false, prunes: false)
            try person.leaveAnEditLying()
            let book = StormBook(scene, goal: 1)
            let learned = try await scene.learn(lesson)
            #expect(await book.note(lesson, learned, isFirst: true))
            #expect(try await StormVerdict(scene, book.page, person).violations == [])
            let lost = finished(0, "0000000000  commit  path\n")
            #expect(await book.note(Lesson(word: "gone"), lost, isFirst: true))
            #expect(await book.note(Lesson(word: "never"), finished(75), isFirst: true) == false)
            await book.noteCommit("never made")
            try scene.write("trampled", to: "README.md")
            let file = try #require(try await scene.strategies().first(where: lesson.isSource))
            try scene.write("twin", to: file.replacing(".md", with: "-twin.md"))
            try await scene.git("add", "strategies")
            try await scene.git("commit", "-qm", "Twin")
            let verdict = try await StormVerdict(scene, book.page, person)
            #expect(verdict.lost == ["0000000000"])
            #expect(verdict.twice == ["torture"])
            #expect(verdict.facts.contains("lost: never made"))
            #expect(verdict.facts.contains("the edit left lying is not what it was"))
        }
    }
}
