import EtudeDomain
import EtudePractice

/// The scenarios of one skill that are left; its strata, which are what is right, take turns.
struct ScenarioQueue {
    private var strata: [ArraySlice<Scenario>] = []

    /// Sorts scenarios into strata, in the order in which they come.
    init(_ scenarios: [Scenario]) {
        var places: [Scenario.Grader: Int] = [:]
        for scenario in scenarios {
            if let place = places[scenario.grader] {
                strata[place].append(scenario)
            } else {
                places[scenario.grader] = strata.count
                strata.append([scenario])
            }
        }
    }

    /// Whether none is left.
    var isEmpty: Bool { strata.isEmpty }

    /// Takes the next one: the first of the stratum whose turn it is.
    mutating func next() -> Scenario? { next { $0.startIndex } }

    /// Takes the next one for an agent of this ability: the first of its stratum that is neither hopeless
    /// nor too easy, else the one nearest to the difficulty at which the target is met.
    mutating func next(for ability: AbilityBelief, targetSuccess: Double) -> Scenario? {
        let wanted = ability.nextDifficulty(targetSuccess: targetSuccess)
        return next { stratum in
            stratum.firstIndex { ability.admits(difficulty: $0.difficulty) }
                ?? stratum.indices.min {
                    abs(stratum[$0].difficulty - wanted) < abs(stratum[$1].difficulty - wanted)
                }
        }
    }

    private mutating func next(_ choose: (ArraySlice<Scenario>) -> Int?) -> Scenario? {
        guard var stratum = strata.first, let place = choose(stratum) else { return nil }
        strata.removeFirst()
        let scenario = stratum.remove(at: place)
        if !stratum.isEmpty { strata.append(stratum) }
        return scenario
    }
}
