public import EtudeDomain

/// Who explains failures: the embedded coach, a language model, or the agent's own host.
public protocol Coach: Sendable {
    /// Explains the failure in `trace` in the light of earlier attempts, and proposes lessons.
    ///
    /// - Returns: nil when nothing can be learned from it.
    func reflect(on trace: Trace, experience: [Attempt]) async throws(AgentError) -> Reflection?
}
