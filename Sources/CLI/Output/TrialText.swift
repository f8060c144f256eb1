import EtudeRuntime

/// What trials came to, as people read it.
struct TrialText {
    let text: String

    /// The account of one strategy, on the held-out requests of a desk where one is named.
    init(_ row: TrialStrategies.Row, of outcome: TrialStrategies.Outcome, desk: String? = nil) {
        var lines = [
            "\(row.id)  \(row.title)",
            "verdict  \(row.verdict.rawValue): \(Self.reason(row, of: outcome))",
            "replay   fires in \(row.fires) of \(outcome.attempts) \(outcome.asked); fixes "
                + "\(row.fixed), breaks \(row.broken) (belief \(row.effectBelief.percent))",
            "advice   right in \(row.helped.plain), harmful in \(row.harmed.plain) (belief "
                + "\(row.adviceBelief.percent))",
        ]
        if let live = row.live {
            lines.append(
                "live     right in \(live.shownRight) of \(live.shown) tasks with it, in "
                    + "\(live.maskedRight) of \(live.masked) without (evidence \(live.benefit.short) that it "
                    + "helps, \(live.harm.short) that it harms; 20 decides)")
            if live.isOneSided {
                lines.append(
                    "note     far more tasks are recorded of one kind; record those too for which nothing was "
                        + "recalled")
            }
        }
        lines += [
            "at       \(Self.revision(outcome))"
        ]
        if row.verdict == .harms, outcome.commit == nil {
            lines.append(
                row.isOfPerson
                    ? "A person wrote or changed it: 'status: retired' in its file takes it out."
                    : "Proposed: 'etude trial \(row.id)\(desk.map { " --desk \($0)" } ?? "") --retire' takes it out "
                        + "of recall.")
        }
        text = lines.joined(separator: "\n")
    }

    /// Every strategy on a line, the best first.
    init(ranking outcome: TrialStrategies.Outcome) {
        var lines = [
            Self.line(
                "verdict", "belief", "fires", "fixed", "broken", "right", "harmful", "strategy")
        ]
        lines += outcome.strategies.map { row in
            Self.line(
                row.verdict.rawValue, row.belief.percent, "\(row.fires)", "\(row.fixed)",
                "\(row.broken)", row.helped.plain, row.harmed.plain, "\(row.id) \(row.title)")
        }
        let verdicts = TrialStrategies.Row.Verdict.allCases.map { verdict in
            "\(outcome.strategies.count { $0.verdict == verdict }) \(verdict.rawValue)"
        }
        lines += [
            "",
            "tried \(outcome.strategies.count) over \(outcome.attempts) \(outcome.asked) at "
                + "\(Self.revision(outcome)): \(verdicts.joined(separator: ", "))",
        ]
        text = lines.joined(separator: "\n")
    }

    private static func revision(_ outcome: TrialStrategies.Outcome) -> String {
        outcome.revision.map { String($0.prefix(7)) } ?? "no revision"
    }

    private static func reason(
        _ row: TrialStrategies.Row, of outcome: TrialStrategies.Outcome
    ) -> String {
        switch row.verdict {
        case .helps where (row.live?.benefit ?? 0) >= 20:
            "on live tasks more is right with it than without"
        case .harms where (row.live?.harm ?? 0) >= 20:
            "on live tasks less is right with it than without"
        case .helps: "with it more is right than without"
        case .harms where row.effectBelief > row.adviceBelief:
            "its advice is wrong more often than right"
        case .harms: "with it less is right than without"
        case .inert: "it comes up, and nothing depends on it"
        case .unknown where row.live != nil: "it is on trial, and too few tasks tell"
        case .unknown where outcome.attempts == 0:
            "no stored attempt says what would have been right; --desk asks a desk's requests, "
                + "--live tries it on the tasks to come"
        case .unknown where row.fires == 0:
            "it fires in none of them, the one that taught it aside"
        case .unknown: "too few of them tell"
        }
    }

    private static func line(_ cells: String...) -> String {
        let widths = [9, 9, 7, 7, 8, 7, 9, 0]
        return zip(cells, widths).map { $0.padded(to: $1) }.joined()
    }
}

extension TrialStrategies.Live {
    /// Whether so few tasks of one kind are recorded that a fair coin hardly explains it: three standard
    /// deviations.
    fileprivate var isOneSided: Bool {
        let (all, difference) = (Double(shown + masked), Double(shown - masked))
        return all >= 9 && difference * difference > 9 * all
    }
}
