public import EtudeDomain
import EtudePractice
import EtudeStore
public import struct Foundation.Date

/// Trials on live tasks, for what cannot be replayed.
extension TrialStrategies {
    /// A trial on live tasks, where a strategy is kept back from a random half of those that it fits.
    public struct Live: Codable, Hashable, Sendable {
        /// When it began.
        public let since: Date
        /// Tasks where it was shown.
        public let shown: Int
        /// Those done right.
        public let shownRight: Int
        /// Tasks where it was kept back.
        public let masked: Int
        /// Those done right.
        public let maskedRight: Int
        /// Pairs of tasks, one of each, right only with it.
        public let fixed: Int
        /// Pairs right only without it.
        public let broken: Int
        /// The anytime evidence that it helps; 20 and more supports the claim.
        public let benefit: Double
        /// The anytime evidence that it harms; 20 and more supports the claim.
        public let harm: Double
    }

    /// Begins a trial on live tasks.
    public func begin(_ id: EntryID, surroundings: Surroundings) async throws(Failure) -> Outcome {
        let book = TrialBook(location: try finder.location())
        guard book.trials[id] == nil else {
            throw Failure(
                "'\(id)' is on trial already", hint: "'etude trial \(id) --end' ends that first")
        }
        try book.begin(id, at: surroundings.now())
        do throws(Failure) { return try await one(id, surroundings: surroundings) } catch {
            book.end(id)
            throw error
        }
    }

    /// Ends a trial on live tasks, also that of a strategy that is gone; says what it came to.
    public func end(_ id: EntryID, surroundings: Surroundings) async throws(Failure) -> Outcome {
        let book = TrialBook(location: try finder.location())
        guard book.trials[id] != nil else {
            throw Failure(
                "'\(id)' is not on trial on live tasks",
                hint: "'etude trial \(id) --live' begins that")
        }
        defer { book.end(id) }
        return try await one(id, surroundings: surroundings)
    }

    /// Adds what trials on live tasks came to: where they decide, they decide against a replay, which asks
    /// an agent that follows the advice.
    func withLive(
        _ outcome: Outcome, in memory: Memory
    ) async throws(Failure) -> Outcome {
        let trials = TrialBook(location: memory.store.location).trials
        guard !trials.isEmpty else { return outcome }
        let traces = try await worded { () throws(StoreError) in try await memory.traces() }
        var outcome = outcome
        for place in outcome.strategies.indices {
            guard let id = EntryID(outcome.strategies[place].id), let since = trials[id] else {
                continue
            }
            let trial = LiveTrial(of: id, since: since, over: traces)
            outcome.strategies[place].live = Live(trial, since: since)
            if trial.verdict != .unknown {
                outcome.strategies[place].verdict = Row.Verdict(trial.verdict)
            }
        }
        return outcome
    }
}

extension TrialStrategies.Live {
    fileprivate init(_ trial: LiveTrial, since: Date) {
        self.init(
            since: since, shown: trial.shown, shownRight: trial.shownRight, masked: trial.masked,
            maskedRight: trial.maskedRight, fixed: trial.pairs.fixed, broken: trial.pairs.broken,
            benefit: min(trial.benefit.value, .greatestFiniteMagnitude),
            harm: min(trial.harm.value, .greatestFiniteMagnitude))
    }
}
