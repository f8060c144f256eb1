import Foundation
import Testing

/// People edit a memory with an editor and git, and keep it inside their own repositories.
@Suite struct HandEditTests {
    let scratch: Scratch
    let path = "strategies/support/refunds/voucher-8h4n2r6t0v.md"

    init() throws {
        scratch = try Scratch()
        try scratch.initialize()
    }

    /// The actions recalled for a task.
    func actions(for task: String) throws -> [String] {
        let result = try scratch.etude("recall", task, "--json")
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let strategies = (object as? [String: Any])?["strategies"] as? [[String: Any]]
        return (strategies ?? []).compactMap { $0["do"] as? String }
    }

    @Test func addingEditingAndDeletingAFileChangesTheNextRecall() throws {
        #expect(try actions(for: "my voucher") == [])
        try scratch.write(handwritten(), to: path)
        #expect(try actions(for: "my voucher") == [])
        try scratch.commitByHand()
        #expect(try actions(for: "my voucher") == ["answer `check_voucher`"])
        try scratch.write(handwritten(action: "ask_for_code"), to: path)
        try scratch.commitByHand()
        #expect(try actions(for: "my voucher") == ["answer `ask_for_code`"])
        try scratch.git("rm", "-q", path)
        try scratch.git("commit", "-q", "-m", "Delete")
        #expect(try actions(for: "my voucher") == [])
    }

    @Test func aBrokenFrontmatterIsReportedAndTheRestServes() throws {
        try scratch.write(handwritten(), to: path)
        try scratch.write(
            handwritten(id: "9k4n2r6t0w").replacing("do: answer", with: "do answer"),
            to: "strategies/support/refunds/broken-9k4n2r6t0w.md")
        try scratch.commitByHand()
        try scratch.expect(try scratch.etude("recall", "my voucher"), in: "recall-broken-entry.txt")
        try scratch.expect(try scratch.etude("check"), in: "check-broken-entry.txt")
        let doctor = try scratch.etude("doctor")
        #expect(doctor.status == 1)
        #expect(doctor.output.contains("broken-9k4n2r6t0w.md:7:"))
        let learned = try scratch.etude("learn", "-", input: refund())
        #expect(learned.status == 0)
        #expect(try scratch.faults() == "")
    }

    @Test func aMemoryInsideACodeRepositoryCommitsNothingElse() throws {
        let code = try Scratch()
        try code.git("init", "-q", "-b", "trunk", code.top, at: code.folder)
        try code.write("int main;\n", to: "src/main.c")
        try code.commitByHand("Code")
        let made = try code.etude(["init", ".etude"], in: code.top)
        #expect(made.status == 0)
        try code.write("---\ntitle: Support\n---\n", to: ".etude/skills/support/skill.md")
        try code.write("---\ntitle: R\n---\n", to: ".etude/skills/support/refunds/skill.md")
        try code.commitByHand("Skills")
        try code.write("int more;\n", to: "src/more.c")
        try code.git("add", "src/more.c")
        try code.write("int main, loose;\n", to: "src/main.c")

        let deep = code.top + "/src"
        let learned = try code.etude(["learn", "-"], input: Data(try refund().utf8), in: deep)
        #expect(learned.status == 0)
        let committed = try code.lines(of: code.git("show", "--name-only", "--format="))
        #expect(committed.count == 1)
        #expect(committed.first?.hasPrefix(".etude/strategies/support/refunds/") == true)
        #expect(try code.faults() == " M src/main.c\nA  src/more.c")
        let recalled = try code.etude(["recall", "a refund"], in: deep)
        #expect(recalled.output.contains("Look an order up"))
        let id = String(learned.output.prefix(10))
        #expect(try code.etude(["revert", id], in: deep).status == 0)
        #expect(try code.faults() == " M src/main.c\nA  src/more.c")
        #expect(try code.git("ls-files", ".etude/strategies") == "")
    }

    @Test func aSharedRepositoryStaysWritableForTheGroup() throws {
        try scratch.write(refund(), to: ".git/lesson.json")
        _ = try scratch.shell("git init -q --shared=group . && chmod -R g+rwX .git")
        let learn = "umask 022 && '\(Program.file.path)' learn .git/lesson.json --memory ."
        #expect(try scratch.shell(learn).status == 0)
        let closed = "find .git -type d ! -perm -g+rwx; find .git -type f -perm -u+w ! -perm -g+w"
        #expect(try scratch.shell(closed).output == "")
    }

    @Test func writersAtTheSameTimeLoseNothing() throws {
        let cues = ["today", "refund", "order", "parcel"]
        let processes = try cues.map { cue in
            try scratch.start(
                "learn", "--skill", "support/refunds", "--title", "About \(cue)", "--when",
                "the request says '\(cue)'", "--cue", cue, "--do", "call `find_order`",
                "--instead-of", "call `refund`", "--because", "`refund` fails on an open order",
                "--task", "please refund the order of my parcel today", "--did", "called `refund`",
                "--expected",
                "a receipt", "--happened", "an error")
        }
        for process in processes { process.waitUntilExit() }
        #expect(processes.map(\.terminationStatus) == [0, 0, 0, 0])
        let files = try scratch.lines(of: scratch.git("ls-files", "strategies"))
        #expect(files.count == 4)
        #expect(try scratch.git("rev-list", "--count", "refs/etude/traces/agent") == "4\n")
        #expect(try scratch.faults() == "")
    }
}
