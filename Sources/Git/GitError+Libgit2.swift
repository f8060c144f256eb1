import Clibgit2

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension GitError {
    /// Reads libgit2's error for a negative return code.
    ///
    /// - Precondition: Runs on the thread that made the failing call, before any other libgit2
    ///   call: the error slot is thread-local.
    init(_ status: Int32, in function: StaticString) {
        var message = "libgit2 gave no explanation"
        if let last = git_error_last(), let text = last.pointee.message, last.pointee.klass != 0 {
            message = String(cString: text)
            // Where no system call failed, nothing comes after the last colon.
            if message.hasSuffix(": ") { message.removeLast(2) }
        }
        git_error_clear()
        self.init(code: Code(status, message), function: "\(function)", message: message)
    }
}

extension GitError.Code {
    init(_ status: Int32, _ message: String) {
        switch git_error_code(rawValue: status) {
        // libgit2 1.5 reports a repository of another owner as a missing setting.
        case GIT_ENOTFOUND:
            self = message.contains("safe.directory") ? .notOwner(folder: nil) : .notFound
        case GIT_EEXISTS: self = .exists
        case GIT_EAMBIGUOUS: self = .ambiguous
        case GIT_EBAREREPO: self = .bareRepository
        case GIT_EUNBORNBRANCH: self = .unborn
        case GIT_ECONFLICT, GIT_EMERGECONFLICT: self = .conflict
        case GIT_EINVALIDSPEC, GIT_EINVALID: self = .invalid
        case GIT_ELOCKED: self = .locked
        case GIT_EMODIFIED: self = .modified
        case GIT_EMISMATCH: self = .damagedObject
        case GIT_EOWNER: self = .notOwner(folder: nil)
        default: self = Self.systemCode(message).map { .system($0) } ?? .other(status)
        }
    }

    /// Of a failed system call libgit2 keeps the text alone.
    private static func systemCode(_ message: String) -> Int32? {
        [ENOSPC, EDQUOT, EROFS, EACCES, EPERM, EMFILE, ENFILE, EIO].first {
            message.hasSuffix(": " + String(cString: strerror($0)))
        }
    }
}

/// Throws the error of a libgit2 call that returned a negative status.
@discardableResult
func check(_ status: Int32, _ function: StaticString) throws(GitError) -> Int32 {
    guard status >= 0 else { throw GitError(status, in: function) }
    return status
}

/// Returns whether a libgit2 call found its object; throws for every failure but "not found".
func found(_ status: Int32, _ function: StaticString) throws(GitError) -> Bool {
    guard status != GIT_ENOTFOUND.rawValue else {
        git_error_clear()
        return false
    }
    try check(status, function)
    return true
}

/// Adopts the object that a libgit2 constructor stores through its out pointer.
func adopt<Kind: HandleKind>(
    _ kind: Kind.Type = Kind.self, from function: StaticString,
    _ call: (inout OpaquePointer?) -> Int32
) throws(GitError) -> Handle<Kind> {
    var raw: OpaquePointer?
    try check(call(&raw), function)
    guard let raw else { throw GitError(GIT_ERROR.rawValue, in: function) }
    return Handle(raw: raw)
}

/// Adopts the object of a look-up; nil when libgit2 says "not found".
func adoptIfFound<Kind: HandleKind>(
    _ kind: Kind.Type = Kind.self, from function: StaticString,
    _ call: (inout OpaquePointer?) -> Int32
) throws(GitError) -> Handle<Kind>? {
    var raw: OpaquePointer?
    guard try found(call(&raw), function), let raw else { return nil }
    return Handle(raw: raw)
}
