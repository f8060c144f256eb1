extension Failure {
    /// Ends work that its user has interrupted.
    static func throwIfCancelled() throws(Failure) {
        guard Task.isCancelled else { return }
        throw Failure("interrupted", hint: "what was done so far is kept; run it again to go on")
    }
}
