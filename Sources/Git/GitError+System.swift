#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension GitError {
    /// Describes a failed system call.
    init(errno code: Int32, in function: StaticString, on path: String) {
        self.init(
            code: .system(code), function: "\(function)",
            message: "\(path): \(String(cString: strerror(code)))")
    }

    /// Whether a system call failed with one of `codes`.
    func isSystem(_ codes: Int32...) -> Bool {
        guard case .system(let code) = self.code else { return false }
        return codes.contains(code)
    }
}

/// Throws the `errno` of a system call that returned a negative result.
@discardableResult
func checkSystem(
    _ result: Int32, _ function: StaticString, _ path: @autoclosure () -> String
) throws(GitError) -> Int32 {
    guard result < 0 else { return result }
    let code = errno
    throw GitError(errno: code, in: function, on: path())
}
