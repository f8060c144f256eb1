#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What strace saw of a program.
struct CallLog: Sendable {
    let ending: Finished.Ending
    /// What strace wrote.
    let text: String
    /// The most calls of one thread, by the name of the call.
    let longest: [String: Int]
    /// The calls of all threads, by the name of the call.
    let total: [String: Int]
    /// Which calls of a thread map a file, from 1.
    let mappings: Set<Int>
    /// The calls that were made to fail, as strace prints them.
    let injected: [String]

    /// Reads what strace wrote; a log that does not say how the program ended is of one that hung.
    init(log: String) {
        var counts: [Substring: [String: Int]] = [:]
        var (injected, ending): ([String], Finished.Ending?) = ([], nil)
        var mappings: Set<Int> = []
        for line in log.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let event = parts[1].drop { $0 == " " }
            if event.hasSuffix("(INJECTED)") { injected.append(String(event)) }
            if event.hasPrefix("+++") { ending = Self.ending(event) }
            let name = event.prefix { $0.isLowercase || $0.isNumber || $0 == "_" }
            guard !name.isEmpty, event.dropFirst(name.count).first == "(" else { continue }
            counts[parts[0], default: [:]][String(name), default: 0] += 1
            // strace writes the path of a file behind its number.
            guard name == FileCalls.mapping, event.contains("<") else { continue }
            mappings.insert(counts[parts[0]]?[String(name)] ?? 0)
        }
        text = log
        self.ending = ending ?? .hung
        self.injected = injected
        self.mappings = mappings
        longest = counts.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: max) }
        total = counts.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    }

    /// The numbers of the calls that have to do with a file, and of `margin` calls beyond them.
    func numbers(of call: String, margin: Int) -> [Int] {
        guard call != FileCalls.mapping else { return mappings.sorted() }
        return longest[call].map { Array(1...($0 + margin)) } ?? []
    }

    private static func ending(_ event: Substring) -> Finished.Ending? {
        let words = event.split(separator: " ")
        guard words.count > 3 else { return nil }
        if words[1] == "exited" { return Int32(words[3]).map { .exited($0) } }
        return .signaled(signals[words[3]] ?? 0)
    }

    private static let signals: [Substring: Int32] = [
        "SIGKILL": SIGKILL, "SIGSEGV": SIGSEGV, "SIGABRT": SIGABRT, "SIGILL": SIGILL,
        "SIGTRAP": SIGTRAP, "SIGBUS": SIGBUS, "SIGPIPE": SIGPIPE, "SIGTERM": SIGTERM,
    ]
}
