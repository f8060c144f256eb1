#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Pauses of growing, uneven length between attempts, up to a limit of time waited in all.
struct Backoff {
    private let limit: Duration
    private var waited = Duration.zero
    private var attempt: UInt64 = 0

    init(limit: Duration) { self.limit = limit }

    /// Sleeps a little; false, without sleeping, when the limit is used up.
    mutating func pause() -> Bool {
        guard waited < limit else { return false }
        let length = nextLength()
        Self.sleep(length)
        waited += length
        return true
    }

    /// From 0.5 to 1.5 times a base that doubles from 1 ms to 32 ms.
    private mutating func nextLength() -> Duration {
        attempt += 1
        let base = 1 << min(attempt - 1, 5)
        return .microseconds(base * 500 + Int(jitter() % UInt64(base * 1000)))
    }

    /// A number that differs between processes and attempts (the mixer of SplitMix64).
    private func jitter() -> UInt64 {
        var mixed = UInt64(UInt32(bitPattern: getpid())) << 32 &+ attempt &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    static func sleep(_ length: Duration) {
        let (seconds, attoseconds) = length.components
        var time = timespec(
            tv_sec: time_t(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        nanosleep(&time, nil)
    }
}
