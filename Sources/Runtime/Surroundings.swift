public import EtudeDomain
import EtudeGit
public import Foundation

/// What a face knows and nothing below it may find out by itself: who acts, the time, new ids.
public struct Surroundings: Sendable {
    /// The agent that acts, as one segment of a path.
    public let agent: String
    /// The clock.
    public let now: @Sendable () -> Date
    /// Draws an id that nobody has.
    public let newID: @Sendable () -> EntryID

    /// Describes who acts, and how to tell the time and draw ids.
    public init(
        agent: String, now: @escaping @Sendable () -> Date, newID: @escaping @Sendable () -> EntryID
    ) {
        self.agent = agent
        self.now = now
        self.newID = newID
    }

    /// The same surroundings for another agent.
    public func acting(as agent: String) -> Surroundings {
        Surroundings(agent: agent, now: now, newID: newID)
    }

    /// The agent's signature for a commit made at this moment.
    var signature: Signature {
        Signature(name: agent, email: "\(agent)@etude.invalid", seconds: seconds)
    }

    /// The clock in whole seconds since 1970.
    var seconds: Int64 { Int64(now().timeIntervalSince1970) }
}
