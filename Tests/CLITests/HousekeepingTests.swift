import EtudeGit
import EtudeTestSupport
import Foundation
import Testing

@Suite struct HousekeepingTests {
    @Test func manyLooseObjectsArePackedAfterACommandThatWrites() async throws {
        let scratch = try Scratch()
        try scratch.initialize()
        #expect(try packs(in: scratch) == [])
        try addLooseObjects(to: scratch)
        #expect(try scratch.etude("status").status == 0)
        #expect(try scratch.etude("learn", "-", input: refund()).status == 0)
        let limit = ContinuousClock.now + .seconds(60)
        while try packs(in: scratch).isEmpty, ContinuousClock.now < limit {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(try !packs(in: scratch).isEmpty)
        #expect(try scratch.faults() == "")
        #expect(try scratch.etude("recall", "please refund order 7").output.contains("find_order"))
    }

    private func packs(in scratch: Scratch) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.top + "/.git/objects/pack")
            .filter { $0.hasSuffix(".pack") }
    }

    /// Fills the folder from which git estimates how many there are.
    private func addLooseObjects(to scratch: Scratch) throws {
        let blobs = (0...).lazy.map { "\($0)" }
            .filter { "\(ObjectID.hash(ofBlob: Array($0.utf8)))".hasPrefix("17") }.prefix(40)
        for (number, text) in blobs.enumerated() {
            try scratch.write(text, to: "\(scratch.folder)/blobs/\(number)")
            try scratch.git("hash-object", "-w", "\(scratch.folder)/blobs/\(number)")
        }
    }
}
