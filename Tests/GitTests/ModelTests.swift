import EtudeGit
import EtudeTestSupport
import Testing

@Suite struct ModelTests {
    private let names = [
        "a", "a.b", "a/b", "a/b/c", "a/c", "a-b", "b/x/y/z", "b/x/y/w", "c", "é/日", "d e/f",
    ]

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func everySequenceOfChangesEndsInTheModelsState(_ seed: UInt64) throws {
        var numbers = SplitMix(seed: seed)
        let scratch = try Scratch()
        let repository = try scratch.create()
        var model: [String: String] = [:]
        for _ in 0..<25 {
            let (changes, wanted) = try changes(to: model, &numbers)
            guard wanted != model else { continue }
            let commit = try repository.publish(changes)
            model = wanted
            try expect(model, at: commit, in: repository, scratch)
        }
        #expect(try scratch.faults() == "")
    }

    /// Random writes and removals that leave no file where a folder must be.
    private func changes(
        to model: [String: String], _ numbers: inout SplitMix
    ) throws -> (changes: [Change], wanted: [String: String]) {
        var wanted = model
        for _ in 0..<Int.random(in: 1...3, using: &numbers) {
            guard let name = names.randomElement(using: &numbers) else { continue }
            if wanted[name] != nil, Bool.random(using: &numbers) {
                wanted[name] = nil
            } else {
                wanted = wanted.filter {
                    !$0.key.hasPrefix(name + "/") && !name.hasPrefix($0.key + "/")
                }
                wanted[name] = "\(Int.random(in: 0..<3, using: &numbers))\n"
            }
        }
        let all = Set(model.keys).union(wanted.keys).shuffled(using: &numbers)
        let changes = try all.compactMap { name -> Change? in
            guard model[name] != wanted[name] else { return nil }
            return try wanted[name].map { .write(try path(name), $0.bytes) } ?? .remove(path(name))
        }
        return (changes, wanted)
    }

    private func expect(
        _ model: [String: String], at commit: ObjectID, in repository: borrowing Repository,
        _ scratch: Scratch
    ) throws {
        let listed = try scratch.git("-c", "core.quotePath=false", "ls-tree", "-r", "HEAD")
        let expected = try model.map { name, text in
            try (path(name), "100644 blob \(ObjectID.hash(ofBlob: text.bytes))\t\(name)\n")
        }.sorted { $0.0 < $1.0 }.map(\.1).joined()
        #expect(listed == expected)
        #expect(try scratch.status() == "")
        #expect(
            try repository.files(in: commit).map(\.path.text)
                == model.keys.map { $0 }.sorted {
                    $0.utf8.lexicographicallyPrecedes($1.utf8)
                })
    }
}
