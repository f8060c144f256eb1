public import EtudeDomain
public import struct Foundation.Date

extension EntryID {
    /// Whether a strategy that is on trial is kept back for a task: a fair coin, thrown once a task and day
    /// of a trial.
    public func isMasked(for task: String, on moment: Date, inTrialSince start: Date) -> Bool {
        let trial = Int64(start.timeIntervalSince1970)
        var hash = stableHash("\(number) \(trial) \(moment.day) \(task)")
        // The last bits of the hash are those of the last characters; the finish of SplitMix64 mixes them.
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return (hash ^ (hash >> 31)) & 1 == 1
    }
}
