import Testing

@Suite struct ArchitectureTests {
    private func bad(_ text: String, in path: String) -> SourceFile {
        SourceFile(path: path, text: text)
    }

    @Test func importsFollowTheArrows() throws {
        let found = try SourceFile.sources.get().flatMap(ImportRules.violations)
        #expect(found == [])
    }

    @Test func everyTargetHasARule() throws {
        let targets = Set(try SourceFile.sources.get().map(\.target))
        #expect(targets.isSubset(of: ImportRules.targets))
        #expect(targets.count >= 10)
    }

    @Test func onlyFacesLookAtTheWorld() throws {
        let found = try SourceFile.sources.get().flatMap(PurityRules.violations)
        #expect(found == [])
    }

    @Test func filesKeepTheirForm() throws {
        let found = try SourceFile.sources.get().flatMap(FormRules.violations)
        #expect(found == [])
    }

    @Test func testsAreShortToo() throws {
        let found = try SourceFile.all(below: "Tests").flatMap(FormRules.tooLong)
        #expect(found == [])
    }

    @Test(arguments: [
        ("Sources/Domain/A.swift", "import Foundation"),
        ("Sources/Domain/A.swift", "import struct Foundation.URL"),
        ("Sources/Domain/A.swift", "import EtudeDocuments"),
        ("Sources/Recall/A.swift", "import EtudePractice"),
        ("Sources/Practice/A.swift", "public import EtudeRecall"),
        ("Sources/Review/A.swift", "internal import EtudeStore"),
        ("Sources/Store/A.swift", "@testable import EtudeReview"),
        ("Sources/Store/A.swift", "@_exported public import struct EtudeReview.Finding"),
        ("Sources/Store/A.swift", "import Clibgit2"),
        ("Sources/Runtime/A.swift", "import Foundation; import Clibgit2"),
        ("Sources/Runtime/A.swift", "import ArgumentParser"),
        ("Sources/Runtime/A.swift", "  import Subprocess"),
        ("Sources/Agents/A.swift", "import EtudeRuntime"),
        ("Sources/Documents/A.swift", "import EtudeDomain"),
        ("Sources/Git/A.swift", "import EtudeDomain"), ("Sources/CLI/A.swift", "import EtudeStore"),
        ("Sources/CLI/A.swift", "#if os(Linux)\nimport EtudeGit\n#endif"),
        ("Sources/Elsewhere/A.swift", "import Foundation"),
    ])
    func aWrongImportIsCaught(path: String, text: String) {
        #expect(ImportRules.violations(in: bad(text, in: path)).count == 1)
    }

    @Test(arguments: [
        ("Sources/Domain/A.swift", "public import struct Foundation.Date"),
        ("Sources/Domain/A.swift", "// import Foundation\nlet text = \"import EtudeGit\""),
        ("Sources/Recall/A.swift", "import EtudeDomain\nimport Foundation"),
        ("Sources/Agents/A.swift", "import Subprocess"), ("Sources/Git/A.swift", "import Clibgit2"),
        ("Sources/CLI/A.swift", "public import ArgumentParser"),
    ])
    func aRightImportPasses(path: String, text: String) {
        #expect(ImportRules.violations(in: bad(text, in: path)) == [])
    }

    @Test(arguments: [
        "print(\"a\")", "  debugPrint(a)", "dump(a)", "let now = Date()", "let now = Date.now",
        "ProcessInfo.processInfo.environment[\"HOME\"]", "let a = unsafe getenv(\"HOME\")",
        "Int.random(in: 0...1)", "Int.random(\n    in: 0...1)", "list.shuffled()",
        "list.randomElement()", "list.shuffle()", "var generator = SystemRandomNumberGenerator()",
        "UUID().uuidString", "FileManager.default.currentDirectoryPath", "NSHomeDirectory()",
        "FileManager.default.homeDirectoryForCurrentUser", "FileManager.default.temporaryDirectory",
        "FileHandle.standardError.write(data)", "let text = \"\\(Date())\"", "Process()",
        "time(nil)", "Bool.random()",
    ])
    func lookingAtTheWorldIsCaughtBelowTheFaces(text: String) {
        for target in ["Domain", "Git", "Runtime"] {
            let file = bad(text, in: "Sources/\(target)/A.swift")
            #expect(PurityRules.violations(in: file).count == 1, "\(text)")
        }
        #expect(PurityRules.violations(in: bad(text, in: "Sources/CLI/A.swift")) == [])
    }

    @Test(arguments: [
        "// print(a) at Date()", "let text = \"print(Date())\"", "let fingerprint = print",
        "blueprint(a)", "func print(_ text: String) {}", "Int.random(in: 0...1, using: &generator)",
        "Int.random(\n    in: 0..<f(2), using: &generator)", "list.shuffled(using: &generator)",
        "let date = Date(timeIntervalSince1970: 0)", "halfTime(a)", "surroundings.now()",
        "result.standardOutputText",
    ])
    func whatLooksAlikePasses(text: String) {
        #expect(PurityRules.violations(in: bad(text, in: "Sources/Runtime/A.swift")) == [])
    }

    @Test func agentsMayStartPrograms() {
        let text = "let process = Process()"
        #expect(PurityRules.violations(in: bad(text, in: "Sources/Agents/A.swift")) == [])
        #expect(PurityRules.violations(in: bad(text, in: "Sources/Runtime/A.swift")).count == 1)
    }

    @Test func aLongFileIsCaught() {
        let lines = { (count: Int) in String(repeating: "a\n", count: count) }
        #expect(FormRules.violations(in: bad(lines(500), in: "Sources/Git/A.swift")) == [])
        #expect(FormRules.violations(in: bad(lines(501), in: "Sources/Git/A.swift")).count == 1)
    }

    @Test(arguments: [
        ("Sources/Git/A.swift", "let a = try! b()"), ("Sources/Git/A.swift", "a as! B"),
        ("Sources/Git/A.swift", "fatalError(\"b\")"), ("Sources/Git/Utils.swift", ""),
        ("Sources/Helpers/A.swift", ""), ("Sources/Git/String+Helpers.swift", ""),
    ])
    func aTrapOrAnEmptyNameIsCaught(path: String, text: String) {
        #expect(FormRules.violations(in: bad(text, in: path)).count == 1)
    }
}
