/// What strace does to one kind of system call, written as strace's option `inject` has it.
public struct Injection: Hashable, Sendable, CustomStringConvertible {
    /// What happens to the call.
    enum Effect: Hashable {
        /// It fails with this error, and does nothing.
        case error(String)
        /// The process is killed before it.
        case kill
    }

    let call: String
    let effect: Effect
    /// Which call of a thread it is, from 1.
    let number: Int
    /// Whether all later calls share its fate.
    let isLasting: Bool

    /// Such as `fsync:error=EIO:when=3+`.
    public var description: String {
        let effect =
            switch self.effect {
            case .error(let name): "error=\(name)"
            case .kill: "signal=SIGKILL"
            }
        return "\(call):\(effect):when=\(number)\(isLasting ? "+" : "")"
    }

    init(_ call: String, _ effect: Effect, number: Int, isLasting: Bool = false) {
        self.call = call
        self.effect = effect
        self.number = number
        self.isLasting = isLasting
    }

    /// Reads what ``description`` writes; nil for anything else.
    public init?(_ text: String) {
        let form =
            #/
            (?<call>\w+) : (?: error=(?<error>\w+) | signal=SIGKILL )
            : when= (?<number>\d+) (?<lasting>\+?)
            /#
        guard let parts = text.wholeMatch(of: form), let number = Int(parts.number) else {
            return nil
        }
        call = String(parts.call)
        effect = parts.error.map { .error(String($0)) } ?? .kill
        self.number = number
        isLasting = !parts.lasting.isEmpty
    }
}
