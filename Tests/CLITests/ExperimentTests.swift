import EtudeTestSupport
import Foundation
import Testing

@Suite struct ExperimentTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.makeDesk()
    }

    private func experiment(_ arguments: String...) throws -> Program.Result {
        try scratch.etude(["experiment", "--desk", scratch.desk] + arguments)
    }

    @Test func anExperimentPrintsItsTable() throws {
        let result = try experiment("--attempts", "6", "--seeds", "2")
        #expect(result.status == 0)
        #expect(result.errors == "")
        let figures = result.output.replacing(/took [0-9.]+ s/, with: "took SOME s")
        try Snapshot.expect(figures, in: "experiment.txt")
    }

    @Test func everyRunIsToBeHad() throws {
        let file = scratch.folder + "/rows.csv"
        let result = try experiment(
            "--attempts", "6", "--seeds", "2", "--arm", "practice", "--arm", "off", "--no-sequence",
            "--rows", file, "--json")
        #expect(result.status == 0)
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let report = try #require(object as? [String: Any])
        let rows = try #require(report["rows"] as? [[String: Any]])
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == rows.count + 1)
        let columns = lines[0].split(separator: ",", omittingEmptySubsequences: false).count
        for line in lines {
            #expect(
                line.split(separator: ",", omittingEmptySubsequences: false).count == columns)
        }
        #expect(report["sequence"] == nil)
    }

    @Test func aProgramMayTakePart() throws {
        let result = try experiment(
            "--attempts", "2", "--seeds", "1", "--program", "echo track_parcel", "--arm",
            "practice",
            "--arm", "off", "--no-sequence")
        #expect(result.status == 0)
        #expect(result.output.contains("memory off"))
    }

    @Test func whatCannotBeDoneIsTold() throws {
        let unknown = try experiment("--arm", "magic")
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("magic"))
        #expect(try experiment("--seeds", "0").status == 64)
        #expect(try experiment("--attempts", "0").status == 64)
        let folder = try experiment(
            "--attempts", "2", "--seeds", "1", "--arm", "off", "--no-sequence", "--rows",
            scratch.folder + "/no/such/rows.csv")
        #expect(folder.status == 1)
        #expect(folder.errors.contains("cannot be written"))
    }
}
