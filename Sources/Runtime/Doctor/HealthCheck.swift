import EtudeGit

/// One part of the doctor's round: says what it finds, and how that is healed.
protocol HealthCheck: Sendable {
    /// What it looks at.
    var subject: String { get }

    /// Whether nothing further can be looked at where this is broken.
    var isGate: Bool { get }

    /// Looks, and changes nothing.
    func observations(in patient: Patient) async throws(Failure) -> [Observation]
}

extension HealthCheck {
    var isGate: Bool { false }
}

/// Runs `body`, and words a failure of the git layer for people.
func wordedGit<Result>(_ body: () throws(GitError) -> Result) throws(Failure) -> Result {
    do throws(GitError) { return try body() } catch { throw Failure(error) }
}

/// Says where the old file is kept, if there was one.
func keptAside(_ path: String?) -> String {
    path.map { "; the old file is kept as '\($0)'" } ?? ""
}

extension [String] {
    /// The paths, each in quotation marks.
    var listed: String { map { "'\($0)'" }.joined(separator: ", ") }
}
