public import EtudeDomain
public import struct Foundation.Data

/// What was told of attempts, in the bytes of a file that only grows.
///
/// It is derived from the traces of a memory, so that what a lesson would have done is found
/// without reading them. Of several accounts of a trace the last counts, of each agent those of the
/// newest traces.
public struct AttemptLog: Sendable {
    /// The bytes of the file.
    public private(set) var bytes: Data
    /// The most traces of an agent that count.
    public let limit: Int
    /// The bytes that are taken in; the file may hold more.
    private var end: Int
    private let header: LogHeader
    /// The checksum of all that is taken in.
    private var sum: UInt64
    /// The row that was taken in last.
    public private(set) var lastRow: Range<Int>
    /// Where the account that counts stands, by the number of its trace.
    private var standing: [UInt64: Int] = [:]
    /// The traces of each agent in the order in which they were last told, by its hash.
    private var told: [UInt64: ToldTraces] = [:]
    /// The last commit that was taken in, by the hash of its agent.
    private var tips: [UInt64: [UInt8]] = [:]
    /// The bytes of the accounts that count.
    private var standingSize = 0

    /// What an account changes.
    public struct Change: Sendable {
        /// What counts no longer.
        public internal(set) var removed: [Account] = []
        /// What counts now.
        public internal(set) var added: [Account] = []

        /// Describes a change.
        public init(removed: [Account] = [], added: [Account] = []) {
            self.removed = removed
            self.added = added
        }

        /// Both changes, one after the other.
        public func followed(by other: Change) -> Change {
            Change(removed: removed + other.removed, added: added + other.added)
        }
    }

    /// Starts a log of which `limit` traces of an agent count.
    public init(limit: Int) {
        self.init(LogHeader(), limit: limit)
    }

    private init(_ header: LogHeader, limit: Int) {
        self.limit = max(0, limit)
        self.header = header
        bytes = header.bytes
        end = bytes.count
        sum = header.sum
        lastRow = 0..<bytes.count
    }

    /// Reads the bytes of a file up to `mark`, or whole where there is none; the rest is taken in by
    /// ``advance()``.
    ///
    /// - Returns: nil when the file is damaged, or does not reach to the mark.
    public init?(bytes: Data, upTo mark: AttemptMark?, limit: Int) {
        guard let header = LogHeader(bytes) else { return nil }
        self.init(header, limit: limit)
        self.bytes = bytes
        var ignored = Change()
        let continued = mark.flatMap(header.continues)
        guard takeIn(upTo: continued ?? mark?.end ?? bytes.count, &ignored),
            mark == nil || continued != nil || mark == self.mark
        else { return nil }
    }

    /// How much is taken in.
    public var mark: AttemptMark {
        AttemptMark(sum: Int(truncatingIfNeeded: sum >> 1 | 1), end: end)
    }

    /// The number of accounts that count.
    public var count: Int { standing.count }

    /// Whether most of the file counts no longer.
    public var isWorthCompacting: Bool { bytes.count > 1 << 16 && bytes.count > 2 * standingSize }

    /// The last commit of an agent's traces that was taken in, in hexadecimal; nil when none was.
    public func tip(of agent: String) -> String? { tips[stableHash(agent)].map(LogRow.hex) }

    /// Whether the log knows no other agents than these.
    public func knowsOnly(_ agents: some Sequence<String>) -> Bool {
        Set(tips.keys).isSubset(of: agents.map(stableHash))
    }

    /// Takes in what follows in the file; nil when that is damaged.
    public mutating func advance() -> Change? {
        var change = Change()
        return takeIn(upTo: bytes.count, &change) ? change : nil
    }

    /// Takes in more bytes of the file; nil when they are damaged.
    public mutating func advance(by more: Data) -> Change? {
        bytes.append(more)
        return advance()
    }

    /// Takes in accounts, whose rows come to the end of ``bytes``.
    public mutating func takeIn(_ accounts: [Account]) -> Change {
        var change = Change()
        for account in accounts {
            if let more = advance(by: LogRow.bytes(of: account)) {
                change = change.followed(by: more)
            }
        }
        return change
    }

    /// A log of the same accounts without those that count no longer.
    ///
    /// What counted the whole of this log has counted the whole of the new one.
    public func compacted() -> AttemptLog {
        var rows = Data()
        for (agent, traces) in told {
            var last: Account?
            for trace in traces.inOrder {
                guard let row = standing[trace].flatMap({ LogRow(bytes, at: $0) }),
                    let account = row.account?.moved(to: row.hex, isAfterthought: false)
                else { continue }
                rows.append(LogRow.bytes(of: account))
                last = account
            }
            guard let last, let tip = tips[agent].map(LogRow.hex), tip != last.commit else {
                continue
            }
            rows.append(LogRow.bytes(of: last.moved(to: tip, isAfterthought: true)))
        }
        let header = LogHeader(continuing: mark, end: LogHeader.size + rows.count)
        var compact = AttemptLog(header, limit: limit)
        _ = compact.advance(by: rows)
        return compact
    }

    /// The accounts that count, of each agent in the order in which they were told.
    public var accounts: [Account] {
        standing.values.sorted().compactMap { LogRow(bytes, at: $0)?.account }
    }

    /// The attempts whose right answer is known.
    public var attempts: [Attempt] { accounts.compactMap(\.attempt) }

    /// The number of attempts whose right answer is known.
    public var attemptCount: Int {
        standing.values.count { LogRow(bytes, at: $0)?.hasRight == true }
    }

    /// What was told last of an agent's newest trace; nil when there is none.
    public func newest(of agent: String) -> Account? {
        guard let trace = told[stableHash(agent)]?.last, let place = standing[trace] else {
            return nil
        }
        return LogRow(bytes, at: place)?.account
    }

    /// The attempts where a lesson fires and the right answer is known, in the order of the log.
    public func hits(of lesson: Lesson) -> [Attempt] {
        let cues = lesson.cues.map { Signature(of: $0.terms.stems) }
        guard !cues.isEmpty else { return [] }
        let places = standing.values.filter { place in
            guard let row = LogRow(bytes, at: place), row.hasRight else { return false }
            return cues.contains { row.signature.contains($0) }
        }
        return places.sorted().compactMap { place in
            guard let attempt = LogRow(bytes, at: place)?.account?.attempt,
                lesson.fires(in: attempt.situation)
            else { return nil }
            return attempt
        }
    }

    /// How the advice of a lesson did over the attempts.
    public func record(of lesson: Lesson) -> AdviceRecord { .of(lesson, over: hits(of: lesson)) }
}

/// How much of a log the records of an index count.
public struct AttemptMark: Hashable, Sendable {
    /// Tells what is counted from everything else: its checksum.
    let sum: Int
    /// The bytes that are counted.
    let end: Int
}

extension AttemptLog {
    private mutating func takeIn(upTo last: Int, _ change: inout Change) -> Bool {
        while end < last {
            guard let row = LogRow(bytes, at: end), row.end <= last, row.isIntact,
                row.account != nil
            else { return false }
            takeIn(row, &change)
            mix(row.checksum, into: &sum)
            lastRow = row.start..<row.end
            end = row.end
        }
        return end == last
    }

    private mutating func takeIn(_ row: LogRow, _ change: inout Change) {
        tips[row.agent] = row.commit
        let known = standing[row.trace].flatMap { LogRow(bytes, at: $0) }
        if !row.keepsPlace {
            told[row.agent, default: ToldTraces()].append(row.trace)
        } else if known == nil {
            return
        }
        replace(known, by: row, &change)
        guard let first = told[row.agent]?.removeFirst(ifMoreThan: limit),
            let place = standing.removeValue(forKey: first), let oldest = LogRow(bytes, at: place)
        else { return }
        standingSize -= oldest.size
        if let account = oldest.account { change.removed.append(account) }
    }

    private mutating func replace(_ known: LogRow?, by row: LogRow, _ change: inout Change) {
        standing[row.trace] = row.start
        standingSize += row.size - (known?.size ?? 0)
        let (before, after) = (known?.account, row.account)
        if let before, let after, before.saysTheSame(as: after) { return }
        if let before { change.removed.append(before) }
        if let after { change.added.append(after) }
    }
}

/// The traces of an agent in the order in which they were last told.
private struct ToldTraces: Sendable {
    /// Each with its turn; one that was told again has a later turn as well.
    private var queue: [(trace: UInt64, turn: Int)] = []
    private var first = 0
    private var turns: [UInt64: Int] = [:]
    private var turn = 0

    mutating func append(_ trace: UInt64) {
        turn += 1
        turns[trace] = turn
        queue.append((trace, turn))
    }

    var last: UInt64? { queue.last?.trace }

    /// The traces that were not removed, the one that was told longest ago first.
    var inOrder: [UInt64] {
        queue[first...].filter { turns[$0.trace] == $0.turn }.map(\.trace)
    }

    /// Removes the trace that was told longest ago where there are more than `limit`.
    mutating func removeFirst(ifMoreThan limit: Int) -> UInt64? {
        guard turns.count > limit else { return nil }
        while first < queue.count {
            let (trace, turn) = queue[first]
            first += 1
            if turns[trace] == turn {
                turns[trace] = nil
                return trace
            }
        }
        return nil
    }
}
