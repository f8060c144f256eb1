/// In which order a program synced files and gave them their names, as strace saw it.
struct SyncOrder {
    /// One step, by full paths.
    enum Step: Equatable {
        case synced(String)
        case named(String, as: String)
    }

    let steps: [Step]

    /// Reads what strace wrote with the paths of descriptors.
    init(_ log: CallLog) {
        steps = log.text.split(separator: "\n").compactMap { line in
            line.contains(" = -1 ") ? nil : Self.step(line)
        }
    }

    /// What a power cut could spoil: files that got their names before they were on the disk, and
    /// names that were not on the disk when `reference` moved, or when all was done.
    func faults(in memory: String, moving reference: String) -> [String] {
        var (synced, open, faults): (Set<String>, [String: String], [String]) = ([], [:], [])
        for step in steps {
            switch step {
            case .synced(let path):
                synced.insert(path)
                open[path] = nil
            case .named(let source, let target):
                guard target.hasPrefix(memory), !Self.isDerived(target) else { continue }
                if !synced.contains(source) {
                    faults.append("named before it was synced: \(source)")
                }
                if target.hasSuffix(reference) { faults += Self.unsynced(open) }
                open[Self.folder(of: target)] = target
            }
        }
        return faults + Self.unsynced(open)
    }

    private static func unsynced(_ open: [String: String]) -> [String] {
        open.values.sorted().map { "its name was not synced: \($0)" }
    }

    /// What can be made anew, or says no more than who holds a lock.
    private static func isDerived(_ path: String) -> Bool {
        path.contains("/.git/etude/") || path.hasSuffix("/.git/index.lock")
    }

    private static func folder(of path: String) -> String {
        String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }

    private static func step(_ line: Substring) -> Step? {
        if let match = line.firstMatch(of: /fsync\(\d+<(?<path>[^>]*)>/) {
            return .synced(String(match.path))
        }
        let beside =
            #/(?:linkat|renameat2?)\(\d+<(?<from>[^>]*)>,\ "(?<old>[^"]*)",\ \d+<(?<to>[^>]*)>,\ "(?<new>[^"]*)"/#
        if let match = line.firstMatch(of: beside) {
            return .named("\(match.from)/\(match.old)", as: "\(match.to)/\(match.new)")
        }
        if let match = line.firstMatch(of: /(?:link|rename)\("(?<old>[^"]*)", "(?<new>[^"]*)"/) {
            return .named(String(match.old), as: String(match.new))
        }
        return nil
    }
}
