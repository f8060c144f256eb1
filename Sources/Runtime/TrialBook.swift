import EtudeDomain
import EtudeStore
import Foundation

/// The strategies that are on trial on live tasks: a file each, which holds the second since when.
///
/// Kept with what is derived: whoever deletes it ends the trials, and loses nothing else.
struct TrialBook {
    let location: MemoryLocation

    private var folder: String { location.derivedFile("trials") }

    /// The strategies on trial, and since when.
    var trials: [EntryID: Date] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var trials: [EntryID: Date] = [:]
        for id in names.compactMap(EntryID.init) { trials[id] = start(of: id) }
        return trials
    }

    /// Begins a trial.
    func begin(_ id: EntryID, at moment: Date) throws(Failure) {
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let text = "\(Int64(moment.timeIntervalSince1970))\n"
        try? Data(text.utf8).write(to: URL(fileURLWithPath: file(of: id)), options: .atomic)
        guard start(of: id) != nil else {
            throw Failure(
                "'\(file(of: id))' cannot be written",
                hint: "see who may write there, and try again")
        }
    }

    /// Ends a trial; what was found stays in the traces.
    func end(_ id: EntryID) { try? FileManager.default.removeItem(atPath: file(of: id)) }

    private func file(of id: EntryID) -> String { "\(folder)/\(id)" }

    private func start(of id: EntryID) -> Date? {
        FileManager.default.contents(atPath: file(of: id)).flatMap {
            Int64(String(decoding: $0, as: UTF8.self).trimmingWhitespace)
        }.map { Date(timeIntervalSince1970: TimeInterval($0)) }
    }
}
