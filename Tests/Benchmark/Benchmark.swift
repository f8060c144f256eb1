import EtudeDocuments
import EtudeDomain
import EtudeGit
import EtudeRecall
import EtudeRuntime
import EtudeStore
import Foundation

/// Measures what the README states, beside the `git` program on the same memory in the same run.
///
/// Usage: `etude-benchmark [ENTRIES …]` or `etude-benchmark index [ENTRIES …]`. The program `etude` is taken
/// from beside the benchmark.
@main
enum Benchmark {
    static func main() async {
        do { try await run() } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(component: "etude").path
        // For the benchmark itself, which is not small enough to tell what another program holds.
        if arguments.first == "memory" {
            return print(Int(try Shell.memory(of: Array(arguments.dropFirst()))))
        }
        let sizes = arguments.compactMap { Int($0) }
        if arguments.first == "index" {
            for size in sizes.isEmpty ? [1_000, 10_000, 100_000] : sizes {
                try IndexBenchmark(entries: size).run()
            }
            return
        }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        print("libgit2 \(Library.version), \(cores) cores, medians in ms\n")
        try parsing()
        for size in sizes.isEmpty ? [1_000, 10_000] : sizes {
            try await MemoryBenchmark(entries: size, program: program).run()
        }
    }

    /// Parses the frontmatter of a typical strategy.
    private static func parsing() throws {
        let bytes = Array(
            SampleMemory.file(of: SampleMemory.strategy(0, using: SampleMemory.words)).utf8)
        let median = try Stopwatch.median(of: 2_000) { _ in _ = try Document(parsing: bytes) }
        Row.print("parse a frontmatter, \(bytes.count) bytes", median)
        print("")
    }
}
