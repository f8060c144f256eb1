public import EtudeDomain
public import EtudeGit

/// A draft of one commit.
public struct Transaction: Sendable {
    /// The files it writes, from the top of the memory; nil bytes remove one.
    public private(set) var files: [(path: String, bytes: [UInt8]?)] = []
    /// What it says.
    public let message: CommitMessage
    /// Who makes it.
    public let author: Signature

    /// Starts a commit.
    public init(_ message: CommitMessage, by author: Signature) {
        self.message = message
        self.author = author
    }

    /// A commit that adds one strategy.
    public static func learning(
        _ strategy: Strategy, body: String, by author: Signature
    ) throws(StoreError) -> Transaction {
        let path = MemoryLayout.path(of: strategy)
        var transaction = Transaction(.learning(strategy), by: author)
        do {
            transaction.write(try StrategyCodec.encode(strategy, body: body), to: path)
        } catch {
            throw .unwritable(path: path, error)
        }
        return transaction
    }

    /// Adds or replaces a file.
    public mutating func write(_ bytes: [UInt8], to path: String) { files.append((path, bytes)) }

    /// Adds or replaces the file of a skill.
    public mutating func write(_ skill: Skill) throws(StoreError) {
        let path = MemoryLayout.path(of: skill.path)
        do { write(try SkillCodec.encode(skill), to: path) } catch {
            throw .unwritable(path: path, error)
        }
    }

    /// Adds or replaces the file of a competency.
    public mutating func write(_ competency: Competency, body: String) throws(StoreError) {
        let path = MemoryLayout.path(ofCompetencyOf: competency.agent, at: competency.skill)
        do { write(try CompetencyCodec.encode(competency, body: body), to: path) } catch {
            throw .unwritable(path: path, error)
        }
    }

    /// Adds the file of a new scenario.
    public mutating func write(_ scenario: Scenario) throws(StoreError) {
        let path = MemoryLayout.path(of: scenario)
        do { write(try ScenarioCodec.encode(scenario), to: path) } catch {
            throw .unwritable(path: path, error)
        }
    }

    /// Removes a file.
    public mutating func remove(_ path: String) { files.append((path, nil)) }
}
