public import EtudeDomain
public import struct Foundation.Date

/// What was handed over for a task, kept by the runtime because agents do not cite by themselves.
public struct Receipt: Hashable, Sendable, Codable {
    /// When.
    public let at: Date
    /// Who asked; nil when it did not say.
    public let agent: String?
    /// The task.
    public let task: String
    /// The revision that answered; nil for base competence.
    public let memory: String?
    /// The strategies handed over, best first.
    public let recalled: [String]
    /// The strategies that fit, and were kept back because they are on trial; nil for none.
    public let masked: [String]?
    /// The strategies that were handed over though they are on trial; nil for none.
    public let unmasked: [String]?

    /// Writes a receipt.
    public init(
        at: Date, agent: String?, task: String, memory: String?, recalled: [EntryID],
        masked: [EntryID] = [], unmasked: [EntryID] = []
    ) {
        self.at = at
        self.agent = agent
        self.task = task
        self.memory = memory
        self.recalled = recalled.map(\.text)
        self.masked = masked.isEmpty ? nil : masked.map(\.text)
        self.unmasked = unmasked.isEmpty ? nil : unmasked.map(\.text)
    }
}

extension Receipt {
    /// The receipt as one line of JSON that `JSONDecoder` reads.
    ///
    /// Written by hand: the first use of an encoder in a process takes longer than finding the strategies.
    public var line: String {
        var fields = ["\"at\":\(at.timeIntervalSinceReferenceDate)"]
        for (name, value) in [("agent", agent), ("task", task), ("memory", memory)] {
            if let value { fields.append("\"\(name)\":\(Self.quoted(value))") }
        }
        for (name, ids) in [("recalled", recalled), ("masked", masked), ("unmasked", unmasked)] {
            guard let ids else { continue }
            fields.append("\"\(name)\":[\(ids.map(Self.quoted).joined(separator: ","))]")
        }
        return "{\(fields.joined(separator: ","))}"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\0"..<" ":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
