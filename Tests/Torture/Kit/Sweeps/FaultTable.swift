/// What one fault led to.
struct FaultResult: Sendable {
    let fault: Injection
    let finished: Finished
    /// The first call that failed; nil where the program did not make that many.
    let call: String?
    let facts: [String]

    var violation: Violation? {
        guard !facts.isEmpty else { return nil }
        return Violation(
            facts: facts + (call.map { ["the call: \($0)"] } ?? []),
            reproduction: "etude-torture faults --only '\(fault)'")
    }
}

/// The figures of a sweep, a line for each kind of call.
struct FaultTable {
    let results: [FaultResult]
    let usual: CallLog
    let time: Duration

    func tell(_ tell: (String) -> Void) {
        tell(
            "faults: each file-system call of 'etude learn' fails: ENOSPC, EIO; once, from then on")
        tell(Table.line("call", ["calls", "faults", "acknowledged", "refused", "violations"]))
        let tried = results.filter { $0.call != nil }
        for name in FileCalls.failing where tried.contains(where: { $0.fault.call == name }) {
            tell(line(name, tried.filter { $0.fault.call == name }, usual.total[name] ?? 0))
        }
        let calls = FileCalls.failing.compactMap { usual.total[$0] }.reduce(0, +)
        tell(line("all", tried, calls) + "   \(time.components.seconds) s")
    }

    private func line(_ name: String, _ results: [FaultResult], _ calls: Int) -> String {
        let acknowledged = results.count { $0.finished.succeeded }
        return Table.line(
            name,
            [
                calls, results.count, acknowledged, results.count - acknowledged,
                results.count { !$0.facts.isEmpty },
            ].map(String.init))
    }
}
