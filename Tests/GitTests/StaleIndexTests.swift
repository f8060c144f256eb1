import Foundation
import Testing

@testable import EtudeGit

/// What `git commit` does with an index that it read before a publication.
@Suite final class StaleIndexTests {
    let scratch: Scratch
    let repository: Repository

    init() throws {
        scratch = try Scratch()
        repository = try scratch.create()
        try repository.publish([
            .write(path("old/removed"), "r\n".bytes), .write(path("edited"), "before\n".bytes),
        ])
    }

    private func publish() throws {
        try repository.publish([
            .write(path("new/added"), "a\n".bytes), .write(path("edited"), "after\n".bytes),
            .remove(path("old/removed")),
        ])
    }

    /// Publishes, and writes the index of before over the new one.
    private func publishBesideAStaleIndex() throws {
        let index = scratch.top + "/.git/index"
        let stale = scratch.folder + "/stale"
        try FileManager.default.copyItem(atPath: index, toPath: stale)
        try publish()
        try FileManager.default.removeItem(atPath: index)
        try FileManager.default.copyItem(atPath: stale, toPath: index)
    }

    /// A person's commit, so many seconds after the publication.
    private func commit(_ message: String, secondsLater seconds: Int64 = 2) throws {
        try scratch.git(
            ["commit", "-qm", message], at: scratch.top,
            environment: ["GIT_COMMITTER_DATE": "@\(ada.seconds + seconds) +0000"])
    }

    private func expectTidy() throws {
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
    }

    @Test func entryLostToAStaleIndexComesBack() throws {
        try publishBesideAStaleIndex()
        #expect(try scratch.status() != "")
        try repository.write("next\n", to: "next")
        try expectTidy()
        #expect(try scratch.git("rev-list", "--count", "HEAD") == "3\n")
    }

    @Test func whatACommitFromAStaleIndexTookBackIsDoneAgain() throws {
        try publishBesideAStaleIndex()
        try commit("From a stale index")
        #expect(try scratch.committed() == "edited\nold/removed\n")
        try repository.write("next\n", to: "next")
        try expectTidy()
        #expect(try scratch.committed() == "edited\nnew/added\nnext\n")
        #expect(try scratch.git("show", "HEAD:edited") == "after\n")
        #expect(try scratch.git("log", "-1", "--format=%s").hasPrefix("restore: "))
        try repository.write("more\n", to: "more")
        #expect(try scratch.git("rev-list", "--count", "HEAD") == "6\n")
    }

    @Test func somebodysCommitsMayComeInBetween() throws {
        try publishBesideAStaleIndex()
        try commit("From a stale index")
        try scratch.write("mine\n", to: "mine")
        try scratch.git("add", "mine")
        try commit("Mine")
        try repository.write("next\n", to: "next")
        try expectTidy()
        #expect(try scratch.committed() == "edited\nmine\nnew/added\nnext\n")
    }

    @Test func whatAPersonTakesBackLaterStaysSo() throws {
        try publish()
        try scratch.git("rm", "-q", "--cached", "new/added")
        try commit("Not for git", secondsLater: 11)
        try repository.write("next\n", to: "next")
        #expect(try scratch.status() == "?? new/\n")
        #expect(try scratch.committed() == "edited\nnext\n")
    }

    @Test func whatAPersonUncommitsStaysUncommitted() throws {
        try publish()
        try scratch.git("reset", "-q", "HEAD~")
        try repository.write("next\n", to: "next")
        #expect(try scratch.committed() == "edited\nnext\nold/removed\n")
        #expect(try scratch.status() == " M edited\n D old/removed\n?? new/\n")
    }

    @Test func whatAPersonEditedSinceIsNotCommittedForThem() throws {
        try publishBesideAStaleIndex()
        try commit("From a stale index")
        try scratch.write("mine\n", to: "edited")
        try repository.write("next\n", to: "next")
        #expect(try scratch.git("show", "HEAD:edited") == "before\n")
        #expect(scratch.read("edited") == "mine\n")
        #expect(try scratch.committed() == "edited\nnew/added\nnext\n")
    }

    @Test func whatAPersonTookOutOfTheIndexLaterStaysOut() throws {
        try scratch.git("rm", "-q", "--cached", "edited")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: 60)],
            ofItemAtPath: scratch.top + "/.git/index")
        try repository.write("x\n", to: "other")
        #expect(try scratch.status() == "D  edited\n?? edited\n")
    }

    @Test func stagedRemovalOfAnOlderFileIsLeftAlone() throws {
        try scratch.git("rm", "edited")
        try repository.write("next\n", to: "next")
        #expect(try scratch.status() == "D  edited\n")
    }
}
