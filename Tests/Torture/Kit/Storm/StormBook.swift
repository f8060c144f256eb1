import Foundation

/// What happened in a storm so far.
actor StormBook {
    /// What is written down.
    struct Page: Sendable {
        /// The ids that were printed, and the lessons that they are of.
        var acknowledged: [String: Lesson] = [:]
        /// Lessons that were there when they were sent again after a kill or a refusal.
        var found: [Lesson] = []
        /// All lessons that were ever sent.
        var sent: [Lesson] = []
        var busy = 0
        var killed = 0
        /// How `etude` ended otherwise than it may.
        var failures: [String] = []
        /// How often a program of git's failed, and with which words.
        var complaints: [String: Int] = [:]
        /// What the person committed, and which of git's commands ended well, by name.
        var committed: [String] = []
        var housekeeping: [String: Int] = [:]
        /// Whether the storm was given up because nothing was acknowledged any more.
        var isStuck = false
    }

    private(set) var page = Page()
    private let scene: Scene
    private let goal: Int
    private var latest = ContinuousClock.now
    private static let patience = Duration.seconds(30)

    init(_ scene: Scene, goal: Int) {
        self.scene = scene
        self.goal = goal
    }

    /// Whether the storm goes on: not when all is done, nor when nothing was for long.
    func isRaging() -> Bool {
        guard page.acknowledged.count < goal else { return false }
        if ContinuousClock.now - latest > Self.patience { page.isStuck = true }
        return !page.isStuck
    }

    /// Notes what became of a lesson; says whether it is settled.
    func note(_ lesson: Lesson, _ finished: Finished, isFirst: Bool) -> Bool {
        if isFirst { page.sent.append(lesson) }
        let id = finished.output.split(separator: " ").first.map(String.init)
        if let id {
            page.acknowledged[id] = lesson
            latest = .now
        }
        switch finished.ending {
        case .exited(0): return true
        case .signaled(SIGKILL): page.killed += 1
        case .exited(75): page.busy += 1
        case .exited(1) where !isFirst && finished.errors.contains("duplicate"):
            page.found.append(lesson)
            return true
        default: page.failures.append("learn: \(finished.words), \(finished.complaint)")
        }
        return id != nil
    }

    func noteCommit(_ subject: String) { page.committed.append(subject) }

    func noteHousekeeping(_ name: String) { page.housekeeping[name, default: 0] += 1 }

    /// Counts a complaint; what differs from one to the next in it is left out.
    func complain(_ text: String) {
        let plain = scene.shortened(text).replacing(/[0-9a-f]{7,40}/, with: "…")
        page.complaints[plain, default: 0] += 1
    }
}
