import EtudeStore

/// Says in words what is broken about a memory and what helps, and heals what can be healed.
public struct DiagnoseMemory: Sendable {
    /// One thing that was looked at.
    public struct Row: Codable, Hashable, Sendable {
        /// What was looked at.
        public let subject: String
        /// Whether it is sound now.
        public let isSound: Bool
        /// What was found.
        public let message: String
        /// What helps; nil where nothing has to be done.
        public let hint: String?
        /// What was done about it, and where the old is kept; nil where nothing was.
        public let healed: String?

        enum CodingKeys: String, CodingKey {
            case subject, message, hint, healed
            case isSound = "sound"
        }

        init(_ subject: String, _ observation: Observation, healed: String? = nil) {
            self.subject = subject
            self.healed = healed
            isSound = observation.isSound || healed != nil
            message = observation.message
            hint = healed == nil ? observation.hint : nil
        }
    }

    private let finder: MemoryFinder
    private let isHealing: Bool

    /// Looks into the memory that `finder` finds, and heals what loses nothing by it if told so.
    public init(_ finder: MemoryFinder, isHealing: Bool = false) {
        self.finder = finder
        self.isHealing = isHealing
    }

    /// What is looked at, from the outside in: each can rely on those before it.
    private static let checks: [any HealthCheck] = [
        HeadCheck(), SummaryCheck(), RepositoryCheck(), PermissionCheck(), BranchCheck(),
        SideReferenceCheck(), JournalCheck(), LockCheck(), LeftoverCheck(), GitIndexCheck(),
        PackCheck(), ObjectCheck(), LooseObjectCheck(), WorkFileCheck(), EntryCheck(),
        RecallIndexCheck(),
    ]

    /// Looks, and stops where nothing further can be read.
    public func run(_ surroundings: Surroundings) async -> [Row] {
        let patient: Patient
        do {
            patient = Patient(location: try finder.location(), surroundings: surroundings)
        } catch {
            return [Row("memory", .broken(error))]
        }
        var rows = [Row("memory", .sound("'\(patient.location.folder)'"))]
        for check in Self.checks {
            let found = await look(check, at: patient)
            rows += found
            if check.isGate, !found.allSatisfy(\.isSound) { break }
        }
        return rows
    }

    private func look(_ check: any HealthCheck, at patient: Patient) async -> [Row] {
        do throws(Failure) {
            return try await check.observations(in: patient).map { row(check.subject, $0) }
        } catch {
            return [Row(check.subject, .broken(error))]
        }
    }

    private func row(_ subject: String, _ observation: Observation) -> Row {
        guard isHealing, let remedy = observation.remedy else { return Row(subject, observation) }
        do throws(Failure) {
            return Row(subject, observation, healed: try remedy())
        } catch {
            let message = "\(observation.message); it could not be healed: \(error.line)"
            return Row(subject, .broken(message, hint: Observation.broken(error).hint))
        }
    }
}
