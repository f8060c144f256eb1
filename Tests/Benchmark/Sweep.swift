import EtudeDomain
import EtudeRuntime
import Foundation
import Subprocess
import SystemPackage

/// Practises every skill of a desk with several seeds, each in a memory of its own, and sums up.
struct Sweep {
    let program: String
    let desk: String
    let seeds: Int
    let attempts: Int

    /// Runs two sessions at a time, and prints a line a skill and the means.
    func run() async throws {
        let start = ContinuousClock.now
        let skills = Set(try Desk(folder: desk).skills.values.map(\.text)).sorted()
        let runs = skills.flatMap { skill in (1...seeds).map { (skill: skill, seed: $0) } }
        var reports: [PracticeReport] = []
        try await withThrowingTaskGroup(of: PracticeReport.self) { group in
            var waiting = runs[...]
            for run in waiting.prefix(2) { group.addTask { try await report(run.skill, run.seed) } }
            waiting = waiting.dropFirst(2)
            for try await report in group {
                reports.append(report)
                guard let run = waiting.popFirst() else { continue }
                group.addTask { try await self.report(run.skill, run.seed) }
            }
        }
        print(
            "\(skills.count) skills, \(seeds) seeds, \(attempts) requests each; held-out requests")
        print("")
        Self.row("skill", ["without", "gain", "others", "p < .05", "strategies"])
        for skill in skills {
            Self.row(skill, Self.figures(of: reports.filter { $0.skill == skill }))
        }
        Self.row("mean", Self.figures(of: reports))
        print("")
        let hashes = Set(reports.map(\.base.hash))
        print(
            "base \(hashes.sorted().joined(separator: ", ")), unchanged in \(reports.count { $0.base.unchanged }) of \(reports.count)"
        )
        print("took \((ContinuousClock.now - start).components.seconds) s")
    }

    private func report(_ skill: String, _ seed: Int) async throws -> PracticeReport {
        let folder = FileManager.default.temporaryDirectory.appending(
            component: "etude-sweep-\(UUID())"
        ).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let result = try await Subprocess.run(
            .path(FilePath(program)),
            arguments: [
                "practice", "--memory", folder, "--desk", desk, "--skill", skill, "--seed",
                "\(seed)",
                "--attempts", "\(attempts)", "--json",
            ], output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
        guard result.terminationStatus.isSuccess else {
            throw Shell.Failed(
                command: [program, "practice", skill, result.standardError], status: 1)
        }
        return try JSONDecoder().decode(PracticeReport.self, from: Data(result.standardOutput.utf8))
    }

    private static func figures(of reports: [PracticeReport]) -> [String] {
        func mean(_ value: (PracticeReport) -> Double) -> Double {
            reports.map(value).reduce(0, +) / Double(max(1, reports.count))
        }
        return [
            String(format: "%.1f %%", 100 * mean(\.heldOut.without)),
            String(format: "%+.2f", 100 * mean { $0.heldOut.with - $0.heldOut.without }),
            String(format: "%+.2f", 100 * mean { $0.others.with - $0.others.without }),
            String(format: "%.0f %%", 100 * mean { $0.heldOut.p < 0.05 ? 1 : 0 }),
            String(format: "%.0f", mean { Double($0.strategies.accepted) }),
        ]
    }

    private static func row(_ name: String, _ cells: [String]) {
        let columns = cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }
        print(name.padding(toLength: 26, withPad: " ", startingAt: 0) + columns.joined())
    }
}
