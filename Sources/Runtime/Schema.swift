/// The JSON Schemas of the files of a memory: those of `schemas/`, embedded when the program is built.
public enum Schema: String, Hashable, Sendable, CaseIterable {
    case charter, competency, scenario, skill, strategy, trace

    /// The schema of the kind's frontmatter (JSON Schema 2020-12).
    public var text: String {
        let bytes =
            switch self {
            case .charter: PackageResources.charter_json
            case .competency: PackageResources.competency_json
            case .scenario: PackageResources.scenario_json
            case .skill: PackageResources.skill_json
            case .strategy: PackageResources.strategy_json
            case .trace: PackageResources.trace_json
            }
        return String(decoding: bytes, as: UTF8.self)
    }
}
