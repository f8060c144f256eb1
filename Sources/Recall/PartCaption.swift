/// What a file says beside its entries.
struct PartCaption {
    let revision: String?
    let limits: RecallLimits
    let notes: [String]
    /// How much of a log of attempts the records count; nil where none is kept.
    var counted: AttemptMark?
    /// What is changed; nil for an index.
    var changes: BaseChanges?
}

/// What changes do to the entries of the index they belong to.
struct BaseChanges {
    /// The seal of that index.
    let base: UInt64
    /// The entries that are replaced or removed.
    var replaced: Set<Int> = []
    /// Those among them that may be recalled.
    var withdrawn = 0
    /// How many of the latter hold a stem, by its hash.
    var corrections: [UInt64: Int] = [:]
    /// The entries that stay, with another record.
    var records: [Int: Record] = [:]

    /// How the advice of an entry did, as an index keeps it.
    struct Record: Equatable {
        let helped, harmed: Float
    }
}
