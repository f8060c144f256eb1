import ArgumentParser
import Foundation
import Synchronization

/// A command that runs programs, which have to end when it is interrupted.
protocol InterruptibleCommand: AsyncParsableCommand {}

/// Waits for a signal that asks this process to end.
enum Interruption {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// How many seconds work may take to end by itself.
    private static let patience: UInt32 = 3

    /// The end of the pipe that a signal's handler writes to.
    ///
    /// Safe: it is set once, before there is a handler,
    /// and only read after.
    nonisolated(unsafe) private static var bell: Int32 = -1

    /// The signal that came.
    private static let received = Mutex<Int32?>(nil)

    /// Runs a command so that a signal cancels it; a second one, or patience that has run out, ends this
    /// process at once.
    static func run(_ command: any InterruptibleCommand) async throws {
        // Handed over: nothing else touches it.
        nonisolated(unsafe) var command = command
        let work = Task { try await unsafe command.run() }
        listen { work.cancel() }
        let result = await work.result
        if let number = received.withLock({ $0 }) {
            Console.talk("Interrupted; what was done so far is kept.")
            end(by: number)
        }
        try result.get()
    }

    /// Calls `cancel` at the first signal.
    private static func listen(cancel: @escaping @Sendable () -> Void) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        unsafe bell = ends[1]
        let listener = ends[0]
        Thread.detachNewThread {
            let number = next(from: listener)
            received.withLock { $0 = number }
            for number in signals { _ = signal(number, SIG_DFL) }
            cancel()
            sleep(patience)
            end(by: number)
        }
        for number in signals {
            // Handled, not ignored: the programs that are run would inherit that.
            let before = signal(number) { number in
                let error = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = unsafe write(Interruption.bell, &byte, 1)
                errno = error
            }
            // What was ignored from the start stays so, as under nohup.
            if isIgnored(before) { _ = signal(number, SIG_IGN) }
        }
    }

    private static func isIgnored(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
        unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func next(from listener: Int32) -> Int32 {
        var byte: UInt8 = 0
        while unsafe read(listener, &byte, 1) < 0, errno == EINTR {}
        return Int32(byte)
    }

    /// Ends this process as the signal would have: sent to the whole of it, since most threads block signals.
    private static func end(by number: Int32) -> Never {
        _ = signal(number, SIG_DFL)
        kill(getpid(), number)
        sleep(patience)
        exit(128 + number)
    }
}
