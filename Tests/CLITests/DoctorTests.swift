import EtudeTestSupport
import Foundation
import Testing

/// The doctor is wired, and sees what only another user cannot do.
@Suite struct DoctorTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.initialize()
        #expect(try scratch.etude("learn", "-", input: refund()).status == 0)
    }

    @Test func whatIsHealedIsSaidAsTextAndAsJSON() throws {
        let head = try scratch.head()
        try scratch.write("", to: ".git/refs/heads/main")
        let broken = try scratch.etude("doctor")
        #expect(broken.status == 1)
        #expect(broken.output.contains("broken branch: the file of 'refs/heads/main' is empty\n"))
        let healed = try scratch.etude("doctor", "--fix")
        #expect(try scratch.head() == head)
        let words = try scratch.plain(healed.output).replacing(
            /libgit2 .*/, with: "libgit2 VERSION")
        try Snapshot.expect(words, in: "doctor-fix.txt")
        #expect(try scratch.etude("doctor").status == 0)
        try scratch.write("DIRC", to: ".git/index")
        let json = try scratch.etude("doctor", "--fix", "--json")
        #expect(json.status == 0)
        let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        let row = (rows as? [[String: Any]])?.first { $0["subject"] as? String == "git's index" }
        #expect(row?["sound"] as? Bool == true)
        #expect(row?["hint"] == nil)
        #expect((row?["healed"] as? String)?.hasPrefix("it was made anew") == true)
        #expect(try scratch.faults() == "")
    }

    @Test(.enabled(if: geteuid() == 0, "only the superuser can give files away"))
    func whatAnotherUserMayNotWriteIsSaid() throws {
        _ = try scratch.shell("chown -R 65534 . && chown 0 .git/objects && chmod 755 .git/objects")
        let program = Program.file.path
        let doctor = "setpriv --reuid 65534 --clear-groups '\(program)' doctor --memory ."
        let result = try scratch.shell(doctor)
        #expect(result.status == 1)
        let broken = scratch.lines(of: result.output).filter { !$0.hasPrefix("ok ") }
        try Snapshot.expect(
            scratch.plain(broken.joined(separator: "\n") + "\n"), in: "doctor-permissions.txt")
        _ = try scratch.shell("chown -R 65534 .")
        #expect(try scratch.shell(doctor).status == 0)
    }
}
