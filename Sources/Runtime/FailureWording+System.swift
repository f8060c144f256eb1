import EtudeGit

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension Failure {
    /// Words a system call that failed with `code`: what it was about, and what helps.
    init(system code: Int32, _ error: GitError) {
        switch code {
        case ENOSPC, EDQUOT:
            self.init("the disk is full: \(error.message)", hint: "make room, and try again")
        case EROFS:
            self.init(
                "the disk can only be read: \(error.message)",
                hint: "mount it for writing, or name a memory elsewhere with --memory")
        case EACCES, EPERM:
            self.init(
                "this user may not do that: \(error.message)",
                hint: "'etude doctor' says what belongs to whom")
        case EMFILE, ENFILE:
            self.init(
                "too many files are open: \(error.message)",
                hint: "try again, or raise the limit: ulimit -n 4096", kind: .busy)
        case EIO:
            self.init(
                "the disk fails: \(error.message)",
                hint: "look at the system's log, and copy the memory to another disk: "
                    + "git clone FOLDER COPY")
        default: self.init(error.message, hint: Self.askingTheDoctor)
        }
    }
}
