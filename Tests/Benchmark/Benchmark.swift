import EtudeDocuments
import EtudeDomain
import EtudeGit
import EtudeRecall
import EtudeRuntime
import EtudeStore
import Foundation

/// Measures what the README states, beside the `git` program on the same memory in the same run.
///
/// Usage: `etude-benchmark [PATH OF etude] [ENTRIES …]`. Prints medians in milliseconds.
@main
enum Benchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let program = arguments.first ?? URL(fileURLWithPath: CommandLine.arguments[0])
            .deletingLastPathComponent().appending(component: "etude").path
        let sizes = arguments.dropFirst().compactMap { Int($0) }
        print("libgit2 \(Library.version), \(ProcessInfo.processInfo.activeProcessorCount) cores, medians in ms")
        print("")
        try parsing()
        for size in sizes.isEmpty ? [1_000, 10_000] : sizes {
            try await MemoryBenchmark(entries: size, program: program).run()
        }
    }

    /// Parses the frontmatter of a typical strategy.
    private static func parsing() throws {
        let bytes = Array(SampleMemory.file(of: SampleMemory.strategy(0, using: SampleMemory.words)).utf8)
        let median = try Stopwatch.median(of: 2_000) { _ in _ = try Document(parsing: bytes) }
        Row.print("parse a frontmatter, \(bytes.count) bytes", median)
        print("")
    }
}
