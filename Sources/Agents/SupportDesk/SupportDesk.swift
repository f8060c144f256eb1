/// The requests of an online shop's support desk: data to practise on, on any machine.
///
/// Practice and held-out requests share vocabulary by design, as those of one desk do, but no request.
/// What an agent gains here is a demonstration, not evidence.
public enum SupportDesk {
    /// The requests of one kind.
    public struct Intent: Sendable {
        /// The intent's name.
        public let name: String
        /// The skill that it belongs to.
        public let skill: String
        /// Requests to practise on, one a line.
        public let practice: String
        /// Requests that never enter practice, one a line.
        public let heldOut: String
    }

    /// All intents: four skills with six each.
    public static let intents = delivery + payments + products + account
}
