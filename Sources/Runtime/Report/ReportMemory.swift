import EtudeAgents
import EtudeDomain
import EtudeGit
import EtudePractice
import EtudeStore
import Foundation

/// Reports how a memory learned.
public struct ReportMemory: Sendable {
    /// A desk whose held-out requests are asked at revisions of the memory; nil for the stored attempts.
    public let desk: Desk?
    /// The most revisions to ask at.
    static let stageCount = 8
    /// How many attempts a point of a learning curve looks back on.
    static let window = 20
    /// The most points of a curve.
    public static let pointCount = 80

    private let finder: MemoryFinder

    /// Looks into the memory that `finder` finds.
    public init(_ finder: MemoryFinder, asking desk: Desk? = nil) {
        self.finder = finder
        self.desk = desk
    }

    /// Reports; `progress` is told what is being done.
    public func run(
        _ surroundings: Surroundings, progress: (String) -> Void = { _ in }
    ) async throws(Failure) -> MemoryReport {
        let location = try finder.location()
        let memory = try await worded { () throws(StoreError) in
            try await Memory.open(location, surroundings: surroundings)
        }
        progress("reading traces")
        let traces = try await worded { () throws(StoreError) in try await memory.traces() }
        let byAgent = Dictionary(grouping: traces, by: \.agent).sorted { $0.key < $1.key }
        let (charter, taxonomy) = (await memory.charter, await memory.taxonomy)
        let abilities = byAgent.flatMap { agent, traces in
            Self.abilities(
                traces, CompetencyModel(agent: agent, charter: charter, taxonomy: taxonomy),
                now: surroundings.now())
        }
        progress("trying strategies")
        let trials = try await TrialStrategies(finder, asking: desk).all(in: memory)
        progress("asking earlier revisions")
        return MemoryReport(
            name: charter.name, revision: await memory.revision ?? "", date: surroundings.now(),
            traces: traces.count, curves: byAgent.compactMap(Self.curve), abilities: abilities,
            stages: try await stages(of: memory, surroundings),
            asked: trials.asked, strategies: trials.strategies,
            gate: try await Self.gate(of: memory.store))
    }

    private static func curve(of agent: String, _ traces: [Trace]) -> MemoryReport.Curve? {
        let pairs: [(base: Bool, right: Bool)] = traces.compactMap { trace in
            let base = trace.baseOutcome.map { $0 == .success } ?? Attempt(trace)?.baseSucceeded
            return base.map { ($0, trace.outcome == .success) }
        }
        guard !pairs.isEmpty else { return nil }
        let points = pairs.indices.map { end in
            let latest = pairs[max(0, end + 1 - window)...end]
            let count = Double(latest.count)
            return MemoryReport.CurvePoint(
                attempt: end + 1, right: Double(latest.count(where: \.right)) / count,
                base: Double(latest.count(where: \.base)) / count)
        }
        return MemoryReport.Curve(
            agent: agent, attempts: pairs.count, window: window, points: thinned(points))
    }

    private static func abilities(
        _ traces: [Trace], _ start: CompetencyModel, now: Date
    ) -> [MemoryReport.Ability] {
        var model = start
        var points: [SkillPath: [MemoryReport.AbilityPoint]] = [:]
        for trace in traces {
            model.count(trace)
            let stated = model.competency(of: trace.skill, updated: now)
            points[trace.skill, default: []].append(
                MemoryReport.AbilityPoint(
                    attempt: model.units, competence: stated.competence, low: stated.low,
                    high: stated.high))
        }
        return points.sorted { $0.key < $1.key }.map { skill, points in
            MemoryReport.Ability(
                agent: model.agent, skill: skill.text, state: model.state(of: skill).rawValue,
                attempts: points.count, points: thinned(points))
        }
    }

    /// Evenly spaced ones of many points, the first and the last included.
    public static func thinned<Point>(_ points: [Point], to count: Int = pointCount) -> [Point] {
        guard points.count > count, count > 1 else { return points }
        return (0..<count).map { points[$0 * (points.count - 1) / (count - 1)] }
    }

    private static func gate(of store: MemoryStore) async throws(Failure) -> MemoryReport.Gate {
        let (accepted, refusals) = try await worded { () throws(StoreError) in
            let changes = try await store.changes { $0.isLearning }
            return (changes.count, try await store.refusals())
        }
        var reasons: [String: Int] = [:]
        for refusal in refusals {
            for reason in refusal.reasons {
                reasons[String(reason.prefix { $0 != ":" }), default: 0] += 1
            }
        }
        return MemoryReport.Gate(
            accepted: accepted, refused: refusals.map(\.drafts).reduce(0, +),
            reasons: reasons.map { MemoryReport.Refusal(check: $0.key, count: $0.value) }
                .sorted { $0.count == $1.count ? $0.check < $1.check : $0.count > $1.count })
    }
}
