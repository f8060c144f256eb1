import Foundation
import Testing

@testable import EtudeGit

/// How far a publication came before its process died.
enum Death: CaseIterable {
    case afterJournal
    case afterLock
    case afterFiles
    case afterIndex
    case afterBranch
}

@Suite struct RecoveryTests {
    /// Does what `publish` does with a commit for each change, and stops half-way, without tidying up.
    private func die(
        _ death: Death, publishing changes: [Change], in repository: borrowing Repository
    ) throws {
        let drafts = changes.map {
            CommitDraft([$0], message: "Dead", author: ada, committer: ada)
        }
        let publication = try Publication(drafts, base: nil)
        let workspace = try Workspace.open(of: repository)
        let branch = try Branch(repository.head())
        let plan = try publication.steps(on: branch.tip, in: repository)
        let steps = Publication.together(plan)
        let commits = try repository.writeObjects(of: publication, plan, on: branch.tip)
        let commit = try #require(commits.last)
        try Journal(reference: branch.reference, commit: commit, steps: steps).write(in: workspace)
        guard death != .afterJournal else { return }
        try IndexLock.take(in: workspace)
        guard death != .afterLock else { return }
        _ = try repository.bringAlong(
            steps, publication.bytes, healing: [], on: branch.tip, workspace)
        guard death != .afterFiles else { return }
        try IndexUpdate.publish(in: workspace)
        guard death != .afterIndex else { return }
        try repository.move(
            branch.reference, from: branch.tip, to: commit, log: "dead", by: ada)
    }

    private func prepare(_ repository: borrowing Repository) throws {
        try repository.publish([
            .write(path("old/removed"), "r\n".bytes), .write(path("edited"), "before\n".bytes),
        ])
    }

    private func changes() throws -> [Change] {
        try [
            .write(path("new/added"), "a\n".bytes), .write(path("edited"), "after\n".bytes),
            .remove(path("old/removed")),
        ]
    }

    @Test(arguments: Death.allCases) func halfDonePublicationIsHealed(_ death: Death) throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try prepare(repository)
        try die(death, publishing: changes(), in: repository)
        try Repository.open(at: scratch.top).recover()
        let isForward = death == .afterBranch
        #expect(scratch.read("edited") == (isForward ? "after\n" : "before\n"))
        #expect(scratch.exists("new/added") == isForward)
        #expect(scratch.exists("old/removed") == !isForward)
        try expectTidy(scratch)
    }

    @Test(arguments: Death.allCases) func nextPublicationHealsFirst(_ death: Death) throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try prepare(repository)
        try die(death, publishing: changes(), in: repository)
        try Repository.open(at: scratch.top).write("next\n", to: "next")
        #expect(try scratch.committed().contains("next\n"))
        try expectTidy(scratch)
        try scratch.write("person\n", to: "person")
        try scratch.git("add", "person")
        try scratch.git("commit", "-m", "Person")
        try expectTidy(scratch)
    }

    @Test(arguments: Death.allCases) func firstPublicationIsHealed(_ death: Death) throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try die(death, publishing: [.write(path("a/b"), "x\n".bytes)], in: repository)
        try Repository.open(at: scratch.top).recover()
        try expectTidy(scratch)
        try repository.write("next\n", to: "a/next")
        try expectTidy(scratch)
    }

    @Test func whereNobodyDiedNothingIsWritten() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try prepare(repository)
        let state = repository.gitFolder + "/etude"
        try FileManager.default.removeItem(atPath: state)
        try repository.recover()
        #expect(!FileManager.default.fileExists(atPath: state))
    }

    @Test func editsMadeAfterTheDeathStay() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try prepare(repository)
        try die(.afterFiles, publishing: changes(), in: repository)
        try scratch.write("by hand\n", to: "edited")
        try repository.recover()
        #expect(scratch.read("edited") == "by hand\n")
        #expect(try scratch.status() == " M edited\n")
    }

    @Test(arguments: [nil, "after\n", "third\n"] as [String?])
    func whatSomebodySavedAsItWasPutAsideStays(inItsPlace text: String?) throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try prepare(repository)
        try die(.afterLock, publishing: changes(), in: repository)
        try scratch.remove("edited")
        if let text { try scratch.write(text, to: "edited") }
        let mark = ObjectID.hash(ofBlob: "edited".bytes).short
        try scratch.write("by hand\n", to: ".git/etude/work.new.\(mark)")
        try repository.recover()
        #expect(!scratch.exists(".git/etude/work.new.\(mark)"))
        guard text != "third\n" else {
            #expect(scratch.read("edited") == "third\n")
            return #expect(scratch.read(".git/etude/saved/edited.1") == "by hand\n")
        }
        #expect(scratch.read("edited") == "by hand\n")
        #expect(try scratch.status() == " M edited\n")
        #expect(try scratch.faults() == "")
    }

    @Test(arguments: ["", "aft"]) func whatWasHalfWrittenGoes(text: String) throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try prepare(repository)
        try die(.afterLock, publishing: changes(), in: repository)
        let mark = ObjectID.hash(ofBlob: "edited".bytes).short
        try scratch.write(text, to: ".git/etude/work.new.\(mark)")
        try repository.recover()
        #expect(scratch.read("edited") == "before\n")
        try expectTidy(scratch)
    }

    @Test func workFileThatAPersonMadeIsNotRemovedByGoingBack() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try prepare(repository)
        try scratch.write("a\n", to: "added")
        let workspace = try Workspace.open(of: repository)
        let after = FileVersion(id: .hash(ofBlob: "a\n".bytes), mode: .file)
        let step = try Step(path: path("added"), before: nil, after: after, ownsWorkFile: false)
        try Journal(reference: "refs/heads/main", commit: nil, steps: [step]).write(in: workspace)
        try repository.recover()
        #expect(scratch.read("added") == "a\n")
    }

    @Test func staleLockWithOurMarkIsRemoved() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try scratch.write(IndexLock.mark + "1\n", to: ".git/index.lock")
        try repository.write("x\n", to: "a")
        try expectTidy(scratch)
    }

    @Test(arguments: [true, false]) func branchLockOfADeadWriterIsRemoved(isEmpty: Bool) throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try prepare(repository)
        try die(.afterFiles, publishing: changes(), in: repository)
        let journal = try Journal.read(in: Workspace.open(of: repository).state)
        let commit = try #require(journal?.commit)
        try scratch.write(isEmpty ? "" : "\(commit)\n", to: ".git/refs/heads/main.lock")
        try repository.write("x\n", to: "a")
        try expectTidy(scratch)
    }

    @Test func branchLockThatGitHoldsIsKeptBesideADeadWriter() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try prepare(repository)
        try die(.afterFiles, publishing: changes(), in: repository)
        let other = ObjectID.hash(ofBlob: "of git".bytes)
        try scratch.write("\(other)\n", to: ".git/refs/heads/main.lock")
        try repository.recover()
        #expect(scratch.read(".git/refs/heads/main.lock") == "\(other)\n")
        expectRefusal(.locked) {
            try repository.publish([.write(path("b"), [])], waiting: .milliseconds(20))
        }
        try scratch.remove(".git/refs/heads/main.lock")
        try expectTidy(scratch)
    }

    @Test func emptyLockThatGitTookLaterIsKeptBesideADeadWriter() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try prepare(repository)
        try die(.afterFiles, publishing: changes(), in: repository)
        for name in JournalFile.names where scratch.exists(".git/etude/\(name)") {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -60)],
                ofItemAtPath: "\(scratch.top)/.git/etude/\(name)")
        }
        try scratch.write("", to: ".git/refs/heads/main.lock")
        try repository.recover()
        #expect(scratch.exists(".git/refs/heads/main.lock"))
    }

    @Test func lockOfAnotherProgramIsNamedAndKept() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let tip = try repository.write("x\n", to: "a")
        try scratch.write("", to: ".git/index.lock")
        let error = #expect(throws: GitError.self) {
            try repository.publish([.write(path("b"), [])], waiting: .milliseconds(20))
        }
        #expect(error?.code == .locked)
        #expect(error?.message.contains("\(scratch.top)/.git/index.lock") == true)
        #expect(scratch.exists(".git/index.lock"))
        try scratch.remove(".git/index.lock")
        #expect(try repository.head().commit == tip)
        try expectTidy(scratch)
    }

    @Test func branchLockOfAnotherProgramIsKept() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("x\n", to: "a")
        try scratch.write("", to: ".git/refs/heads/main.lock")
        expectRefusal(.locked) {
            try repository.publish([.write(path("b"), [])], waiting: .milliseconds(20))
        }
        #expect(scratch.exists(".git/refs/heads/main.lock"))
        #expect(!scratch.exists("b"))
        try scratch.remove(".git/refs/heads/main.lock")
        try expectTidy(scratch)
    }

    @Test func busyProcessIsNamed() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let workspace = try Workspace.open(of: repository)
        var backoff = Backoff(limit: .seconds(1))
        try ProcessLock.holding(in: workspace.shared, &backoff) { _ throws(GitError) in
            let error = #expect(throws: GitError.self) {
                try repository.publish([.write(path("b"), [])], waiting: .milliseconds(20))
            }
            #expect(error?.code == .locked)
            #expect(error?.message.contains("process ") == true)
        }
        try repository.write("x\n", to: "b")
    }

    @Test func journalGoesBothWays() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let folder = try Workspace.open(of: repository)
        let one = FileVersion(id: .hash(ofBlob: [1]), mode: .file)
        let two = FileVersion(id: .hash(ofBlob: [2]), mode: .executable)
        let journal = try Journal(
            reference: "refs/heads/ä/b", commit: one.id,
            steps: [
                Step(path: path("a b/c"), before: nil, after: one),
                Step(path: path("d"), before: one, after: two, ownsWorkFile: false),
                Step(path: path("e"), before: two, after: nil),
            ], recent: [Step(path: path("f"), before: nil, after: two)])
        try journal.write(in: folder)
        #expect(try Journal.read(in: folder.state) == journal)
        try Journal.takeBack(in: folder.state)
        #expect(try Journal.read(in: folder.state) == nil)
    }

    @Test(arguments: [
        "", "\n", "open", "open 9", "open 9\nrefs/heads/main", "open 9\nrefs/heads/main\nend 7\n",
        "open 9\nrefs/heads/main\nwrites none\nend 9\n", "open -9\n\nend -9\n", "open 9\nend 9\n",
        "\0\u{FFFD}\n",
    ])
    func damagedJournalDoesNotBlock(_ text: String) throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("x\n", to: "a")
        try scratch.write(text, to: ".git/etude/journal.1")
        try repository.write("y\n", to: "b")
        try expectTidy(scratch)
    }

    private func expectTidy(
        _ scratch: Scratch, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(try scratch.status() == "", sourceLocation: sourceLocation)
        #expect(try scratch.faults() == "", sourceLocation: sourceLocation)
        let rest = try scratch.files(in: ".git/etude")
        #expect(
            Set(rest).isSubset(of: ["lock", "objects", "marker", "journal.0", "journal.1"]),
            sourceLocation: sourceLocation)
        #expect(!scratch.exists(".git/index.lock"), sourceLocation: sourceLocation)
    }
}
