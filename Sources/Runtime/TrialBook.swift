import EtudeDomain
import EtudeRecall
import EtudeStore
import Foundation

/// The strategies that are on trial on live tasks, one a line with the second since when.
///
/// Kept with what is derived: whoever deletes it ends the trials, and loses nothing else.
struct TrialBook {
    let location: MemoryLocation

    private var file: DerivedFile {
        DerivedFile(path: location.derivedFile("trials") + ".txt", location: location)
    }

    /// The strategies on trial, and since when.
    var trials: [EntryID: Date] {
        guard let data = FileManager.default.contents(atPath: file.path) else { return [:] }
        let pairs = String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap {
            line -> (EntryID, Date)? in
            let words = line.split(separator: " ")
            guard words.count == 2, let id = EntryID(String(words[0])),
                let seconds = Int64(words[1])
            else { return nil }
            return (id, Date(timeIntervalSince1970: TimeInterval(seconds)))
        }
        return Dictionary(pairs) { _, last in last }
    }

    /// Begins a trial, or ends one where `start` is nil.
    func set(_ start: Date?, for id: EntryID) throws(Failure) {
        var trials = trials
        trials[id] = start.map {
            Date(timeIntervalSince1970: TimeInterval(Int64($0.timeIntervalSince1970)))
        }
        let lines = trials.sorted { $0.key < $1.key }.map {
            "\($0.key) \(Int64($0.value.timeIntervalSince1970))\n"
        }
        file.write(Data(lines.joined().utf8))
        guard self.trials == trials else {
            throw Failure(
                "'\(file.path)' cannot be written", hint: "see who may write there, and try again")
        }
    }
}
