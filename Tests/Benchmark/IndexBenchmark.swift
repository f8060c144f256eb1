import EtudeDomain
import EtudeRecall
import EtudeRuntime
import Foundation

/// What an index of one size costs, without a repository.
struct IndexBenchmark {
    let entries: Int

    private let limits = RecallLimits(strategies: 3, characters: 2000)
    private let tasks = Desk.embedded.heldOut.map(\.text).filter {
        (6...12).contains(Terms.words(of: $0).count)
    }

    /// Builds, opens, asks, changes and merges.
    func run() throws {
        print("an index of \(entries) strategies")
        let file = FileManager.default.temporaryDirectory.appending(component: "index-\(UUID())")
        defer { try? FileManager.default.removeItem(at: file) }
        for (name, cues) in [("one-word cues of the tasks", true), ("no cue of the tasks", false)] {
            try build(withCues: cues).write(to: file)
            try asking(name, file)
        }
        try changing(file)
        print("")
    }

    private func build(withCues: Bool) -> Data {
        var index: RecallIndex?
        let words = SampleMemory.words
        let time = Stopwatch.median(of: 1) { _ in
            index = RecallIndex(
                of: (0..<entries).map { entry($0, withCues, words) }, revision: "a",
                limits: limits)
        }
        let bytes = index?.bytes ?? Data()
        Row.print("build, \(bytes.count / 1024) kB", time)
        return bytes
    }

    private func entry(_ number: Int, _ withCues: Bool, _ words: [String]) -> IndexedStrategy {
        let sample = SampleMemory.strategy(number, using: words)
        let lesson = sample.lesson
        let strategy = Strategy(
            id: sample.id, status: .active,
            lesson: Lesson(
                skill: lesson.skill, title: lesson.title, when: lesson.when,
                cues: withCues ? lesson.cues : [Cue("no task \(number)")].compactMap(\.self),
                action: lesson.action, insteadOf: lesson.insteadOf, because: lesson.because),
            origin: sample.origin)
        return IndexedStrategy(
            strategy: strategy, location: "strategies/\(number).md", record: AdviceRecord())
    }

    private func open(_ file: URL) throws -> RecallIndex {
        let bytes = try Data(contentsOf: file, options: .alwaysMapped)
        guard let index = RecallIndex(bytes: bytes) else { throw RecallError.damaged }
        return index
    }

    private func query(_ number: Int) -> Query {
        Query(
            situation: Situation(terms: Terms(of: tasks[number % tasks.count])), now: Date(),
            limits: limits)
    }

    private func asking(_ name: String, _ file: URL) throws {
        let opening = try Stopwatch.median(of: 41) { _ in _ = try open(file) }
        let first = try Stopwatch.median(of: 41) { _ = try open(file).hits(for: query($0)) }
        Row.print("open; \(name)", opening)
        Row.print("open and ask once; \(name)", first)
        let index = try open(file)
        _ = try index.hits(for: query(0))
        Row.print("  of the file in memory then, MB", Double(Self.resident(file)) / 1000)
        for number in tasks.indices { _ = try index.hits(for: query(number)) }
        let times = try (0..<5 * tasks.count).map { number in
            try Stopwatch.median(of: 1) { _ in _ = try index.hits(for: query(number)) }
        }.sorted()
        Row.print("ask, p50; \(name)", times[times.count / 2])
        Row.print("ask, p99; \(name)", times[times.count * 99 / 100])
        Row.print("verify", try Stopwatch.median(of: 5) { _ in try open(file).verify() })
    }

    private func changing(_ file: URL) throws {
        var index = try open(file)
        let words = SampleMemory.words
        for (count, name) in [(1, "one strategy"), (100, "100 more"), (1, "one after that")] {
            let added = (0..<count).map { entry(1_000_000 + index.count + $0, true, words) }
            let before = index
            let time = try Stopwatch.median(of: 3) { _ in
                index = try before.changed(adding: added, revision: "b", limits: limits)
            }
            Row.print("change \(name)", time)
        }
        let changes = index.changes
        Row.print(
            "open with changes of \((changes?.count ?? 0) / 1024) kB",
            Stopwatch.median(of: 41) { _ in
                _ = RecallIndex(bytes: index.bytes, changes: changes)
            })
        Row.print("merge", try Stopwatch.median(of: 3) { _ in _ = try index.merged() })
    }

    /// How many kB of a mapped file are in memory.
    private static func resident(_ file: URL) -> Int {
        let handle = FileHandle(forReadingAtPath: "/proc/self/smaps")
        let maps = String(decoding: (try? handle?.readToEnd()) ?? Data(), as: UTF8.self)
        let lines = maps.split(separator: "\n")
        var sum = 0
        for (number, line) in lines.enumerated() where line.hasSuffix(file.lastPathComponent) {
            let rss = lines[number...].prefix(6).first { $0.hasPrefix("Rss:") }
            sum += Int(rss?.split(separator: " ").dropFirst().first ?? "") ?? 0
        }
        return sum
    }
}
