import Testing

@testable import EtudeGit

@Suite struct ReferenceWitnessTests {
    private func witness(_ scratch: Scratch) throws -> ReferenceWitness {
        try .of("refs/heads/main", in: scratch.top + "/.git")
    }

    private func expect(moved: Bool, _ witness: borrowing ReferenceWitness) {
        let hasMoved = witness.hasMoved
        #expect(hasMoved == moved)
    }

    @Test func seesTheFirstCommitAndTheNext() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let first = try witness(scratch)
        expect(moved: false, first)
        try repository.write("x\n", to: "a")
        expect(moved: true, first)
        let second = try witness(scratch)
        expect(moved: false, second)
        try repository.write("y\n", to: "a")
        expect(moved: true, second)
    }

    @Test func seesAMoveThatTakesTheReferenceOutOfAPack() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("x\n", to: "a")
        try scratch.git("pack-refs", "--all")
        let packed = try witness(scratch)
        expect(moved: false, packed)
        try repository.write("y\n", to: "a")
        expect(moved: true, packed)
    }

    @Test func tellsNothingWithoutAFolder() throws {
        let scratch = try Scratch()
        try scratch.create().write("x\n", to: "a")
        let nowhere = try ReferenceWitness.of("refs/heads/deep/er", in: scratch.top + "/.git")
        expect(moved: false, nowhere)
    }
}
