import EtudeGit
import Foundation
import Testing

@Suite struct HealingTests {
    @Test func everyFileAndFolderOfTheTipComesBack() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "a.md")
        let commit = try repository.write("two\n", to: "skills/b/c.md")
        let names = try scratch.git("rev-list", "--objects", "--no-object-names", "-1", "HEAD")
        let lost = names.split(separator: "\n").filter { $0 != "\(commit)" }
        #expect(lost.count == 5)
        for (number, name) in lost.enumerated() {
            let file = "\(scratch.top)/.git/objects/\(name.prefix(2))/\(name.dropFirst(2))"
            try FileManager.default.removeItem(atPath: file)
            if number > 0 { try Data("x".utf8.prefix(number % 2)).write(to: URL(filePath: file)) }
        }
        #expect(try Repository.open(at: scratch.top).healObjects() == lost.count)
        #expect(try scratch.faults() == "")
        #expect(try Repository.open(at: scratch.top).healObjects() == 0)
    }

    @Test func aFileThatWasEditedGivesNothingBack() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "a.md")
        let name = try scratch.git("rev-parse", "HEAD:a.md")
        try scratch.write("edited\n", to: "a.md")
        try scratch.remove(".git/objects/\(name.prefix(2))/\(name.dropFirst(2).prefix(38))")
        #expect(try Repository.open(at: scratch.top).healObjects() == 0)
        #expect(scratch.read("a.md") == "edited\n")
    }
}
