import Dispatch

/// Returns what `body` returns, or nil once `limit` has passed; then `body` goes on unheard.
///
/// It runs on a thread of its own: one that hangs must not hold a thread that others wait for.
func answer<Value: Sendable>(
    within limit: Duration, _ body: @escaping @Sendable () async -> Value
) async -> Value? {
    let (answers, answer) = AsyncStream<Value?>.makeStream()
    let work = Task(executorPreference: OwnThread()) { _ = answer.yield(await body()) }
    let alarm = Task {
        try? await Task.sleep(for: limit)
        answer.yield(nil)
    }
    defer {
        work.cancel()
        alarm.cancel()
    }
    for await first in answers { return first }
    return nil
}

/// Runs a task off the threads that all other tasks share.
private final class OwnThread: TaskExecutor {
    private let queue = DispatchQueue(label: "etude.deadline")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
