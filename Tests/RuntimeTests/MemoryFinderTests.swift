@testable import EtudeRuntime
import EtudeGit
import EtudeStore
import Foundation
import Testing

@Suite struct MemoryFinderTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    func charter(in folder: String) throws {
        let path = "\(scratch.folder)/\(folder)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data("---\netude: 1\n---\n".utf8).write(to: URL(fileURLWithPath: path + "/CHARTER.md"))
    }

    func folder(
        named: String? = nil, environment: [String: String] = [:], from: String = "a/b"
    ) -> String {
        MemoryFinder(
            named: named, environment: environment, currentFolder: "\(scratch.folder)/\(from)"
        ).folder.replacing(scratch.folder, with: "SCRATCH")
    }

    @Test func theNamedFolderGoesFirst() throws {
        try charter(in: "a/b")
        let environment = ["ETUDE_MEMORY": "/variable"]
        #expect(folder(named: "/named", environment: environment) == "/named")
        #expect(folder(named: "here", environment: environment) == "SCRATCH/a/b/here")
    }

    @Test func theVariableGoesBeforeWhatLiesNear() throws {
        try charter(in: "a/b")
        #expect(folder(environment: ["ETUDE_MEMORY": "/variable"]) == "/variable")
        #expect(folder(environment: ["ETUDE_MEMORY": "near"]) == "SCRATCH/a/b/near")
        #expect(folder(environment: ["ETUDE_MEMORY": ""]) == "SCRATCH/a/b")
    }

    @Test func theNearestCharterUpwardsGoesNext() throws {
        try charter(in: "a")
        #expect(folder() == "SCRATCH/a")
        try charter(in: "a/b/.etude")
        #expect(folder() == "SCRATCH/a/b/.etude")
        try charter(in: "a/b")
        #expect(folder() == "SCRATCH/a/b")
        #expect(folder(from: "a/b/c/d") == "SCRATCH/a/b")
    }

    @Test func theUsersOwnFolderComesLast() {
        let home = ["HOME": "/somebody"]
        #expect(folder(environment: home) == "/somebody/.local/share/etude/memory")
        let data = home.merging(["XDG_DATA_HOME": "/data"]) { $1 }
        #expect(folder(environment: data) == "/data/etude/memory")
        let relative = home.merging(["XDG_DATA_HOME": "data"]) { $1 }
        #expect(folder(environment: relative) == "/somebody/.local/share/etude/memory")
    }

    @Test func aFolderInsideARepositoryIsAPrefixOfIt() async throws {
        try scratch.git("init", "-q", "-b", "main", scratch.top, at: scratch.folder)
        try await scratch.initialize("support", at: scratch.top + "/.etude")
        let finder = MemoryFinder(
            named: nil, environment: [:], currentFolder: scratch.top + "/deep/inside")
        let location = try finder.location()
        #expect(location.prefix?.text == ".etude")
        #expect(location.repository == location.folder.dropLast("/.etude".count))
        #expect(finder.exists)
    }
}
