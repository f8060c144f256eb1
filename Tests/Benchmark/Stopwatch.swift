/// Takes the time of things that are done again and again.
enum Stopwatch {
    /// The median time of `count` runs, in milliseconds.
    static func median(of count: Int, _ body: (Int) throws -> Void) rethrows -> Double {
        var times: [Double] = []
        for number in 0..<count {
            let start = ContinuousClock.now
            try body(number)
            times.append(milliseconds(since: start))
        }
        return times.sorted()[count / 2]
    }

    /// The median time of `count` runs, in milliseconds.
    static func median(of count: Int, _ body: (Int) async throws -> Void) async rethrows -> Double {
        var times: [Double] = []
        for number in 0..<count {
            let start = ContinuousClock.now
            try await body(number)
            times.append(milliseconds(since: start))
        }
        return times.sorted()[count / 2]
    }

    private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
        let passed = ContinuousClock.now - start
        return Double(passed.components.seconds) * 1e3 + Double(passed.components.attoseconds)
            / 1e15
    }
}
