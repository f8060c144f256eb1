import EtudeDomain
import EtudeGit

/// One file of a memory at one revision.
struct Entry: Hashable, Sendable {
    /// The blob that it was read from.
    let blob: ObjectID
    /// What it says.
    let content: Content

    /// What a file says.
    enum Content: Hashable, Sendable {
        case charter(Charter)
        case skill(Skill)
        case strategy(Strategy)
        case scenario(Scenario)
        case competency(Competency)
        /// It cannot be read as what its place says it is.
        case unreadable(EntryProblem)
    }

    /// Reads `bytes` as the kind of entry that lies at `path`.
    init(_ bytes: [UInt8], blob: ObjectID, path: String, kind: MemoryLayout.Kind) {
        self.blob = blob
        do throws(EntryProblem) {
            content = try Self.content(of: bytes, path: path, kind: kind)
        } catch {
            content = .unreadable(error)
        }
    }

    /// States that a file cannot be an entry, whatever it says.
    init(refused problem: EntryProblem, blob: ObjectID) {
        self.blob = blob
        content = .unreadable(problem)
    }

    /// A file that looks like an entry and lies where none can be.
    static func misplaced(_ path: String, blob: ObjectID) -> Entry {
        Entry(
            refused: EntryProblem(
                path: path, message: "an entry lies in the folder of its skill, not here",
                hint: "move it, for example to 'strategies/SKILL/'"), blob: blob)
    }

    private static func content(
        of bytes: [UInt8], path: String, kind: MemoryLayout.Kind
    ) throws(EntryProblem) -> Content {
        switch kind {
        case .charter: return .charter(try CharterCodec.decode(bytes, path: path))
        case .strategy: return .strategy(try StrategyCodec.decode(bytes, path: path))
        case .scenario: return .scenario(try ScenarioCodec.decode(bytes, path: path))
        case .competency: return .competency(try CompetencyCodec.decode(bytes, path: path))
        case .skill:
            guard let skill = MemoryLayout.skill(of: path, kind: kind) else {
                throw EntryProblem(
                    path: path, message: "the folders of this file do not name a skill",
                    hint:
                        "name each folder in lower-case letters, digits and hyphens, at most 6 deep"
                )
            }
            return .skill(try SkillCodec.decode(bytes, path: path, skill: skill))
        }
    }
}
