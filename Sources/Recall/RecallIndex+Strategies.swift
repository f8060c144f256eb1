public import EtudeDomain

/// Strategies in full, those that are not recalled included; each look-up reads what it returns.
extension RecallIndex {
    /// The strategy with an id; nil when there is none.
    public func strategy(_ id: EntryID) throws(RecallError) -> IndexedStrategy? {
        if let overlay, let entry = try overlay.entry(id.number) {
            return try indexed(1, entry)
        }
        guard let entry = try base.entry(id.number), !replaced.contains(entry) else { return nil }
        return try indexed(0, entry)
    }

    /// The strategies in a file, in the order of their ids.
    public func strategies(at location: String) throws(RecallError) -> [IndexedStrategy] {
        try strategies(of: [Link.location(location)], in: .links) { $0.location == location }
    }

    /// The strategies that were learned from a trace, in the order of their ids.
    public func strategies(learnedFrom trace: EntryID) throws(RecallError) -> [IndexedStrategy] {
        try strategies(of: [Link.trace(trace.number)], in: .links) {
            $0.strategy.origin.trace == trace
        }
    }

    /// The active strategies that supersede one, in the order of their ids.
    public func strategies(superseding id: EntryID) throws(RecallError) -> [IndexedStrategy] {
        try strategies(of: [Link.superseded(id.number)], in: .links) {
            $0.strategy.status == .active && $0.strategy.supersedes.contains(id)
        }
    }

    /// The strategies without cues, in the order of their ids.
    public func strategiesWithoutCues() throws(RecallError) -> [IndexedStrategy] {
        try strategies(of: [Link.cueless], in: .links) { $0.strategy.lesson.cues.isEmpty }
    }

    /// The strategies with a cue that begins with one of `stems`, but those of some skills, whose texts
    /// are not read; in the order of their ids.
    public func strategies(
        withCueBeginningWith stems: Set<String>, except skills: Set<SkillPath> = []
    ) throws(RecallError) -> [IndexedStrategy] {
        let skills = Set(skills.map { stableHash($0.text) })
        return try strategies(of: Set(stems.map(stableHash)), in: .cues, except: skills) {
            $0.strategy.lesson.cues.contains { stems.contains($0.terms.stems[0]) }
        }
    }

    /// The strategies that fire in a situation, in the order of their ids.
    public func strategies(firingIn situation: Situation) throws(RecallError) -> [IndexedStrategy] {
        let words = situation.terms.stems.map(stableHash)
        var places: Set<Place> = []
        for part in parts.indices {
            try forEachCueMatch(of: words, in: part) { entry, _, _ in
                places.insert(Place(part: part, entry: entry))
            }
        }
        return try strategies(in: places) { $0.strategy.lesson.fires(in: situation) }
    }

    /// Visits all strategies, in no particular order.
    public func forEach(_ visit: (IndexedStrategy) -> Void) throws(RecallError) {
        for part in parts.indices {
            for entry in 0..<parts[part].count {
                if part == 0, replaced.contains(entry) { continue }
                visit(try indexed(part, entry))
            }
        }
    }

    /// An entry of a part in full, with its record as it is now.
    func indexed(_ part: Int, _ entry: Int) throws(RecallError) -> IndexedStrategy {
        let row = try parts[part].row(entry)
        var indexed = try EntryRecord.indexed(row, parts[part].record(row))
        indexed.record = try record(Place(part: part, entry: entry), else: row.record)
        return indexed
    }

    private func strategies(
        of keys: Set<UInt64>, in table: IndexLayout.Table, except skills: Set<UInt64> = [],
        where isMeant: (IndexedStrategy) -> Bool
    ) throws(RecallError) -> [IndexedStrategy] {
        var places: Set<Place> = []
        for (number, part) in parts.enumerated() {
            for key in keys {
                for entry in try part.entries(of: key, in: table) {
                    if !skills.isEmpty, skills.contains(try part.row(entry).skill) { continue }
                    places.insert(Place(part: number, entry: entry))
                }
            }
        }
        return try strategies(in: places, where: isMeant)
    }

    private func strategies(
        in places: Set<Place>, where isMeant: (IndexedStrategy) -> Bool
    ) throws(RecallError) -> [IndexedStrategy] {
        var found: [IndexedStrategy] = []
        for place in places {
            if place.part == 0, replaced.contains(place.entry) { continue }
            let strategy = try indexed(place.part, place.entry)
            // Keys are hashes, which may be those of something else.
            if isMeant(strategy) { found.append(strategy) }
        }
        return found.sorted { $0.strategy.id < $1.strategy.id }
    }
}

/// An entry of a part: 0 is the base, 1 the overlay.
struct Place: Hashable {
    let part: Int
    let entry: Int
}
