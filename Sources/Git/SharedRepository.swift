#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What `core.sharedRepository` asks for: that other users of the machine can write too.
enum SharedRepository {
    /// Lets whatever this process makes from now on have the permissions that the setting names.
    ///
    /// libgit2 knows no such setting; all that it and we make goes through the mask of the process.
    static func apply(_ setting: String?) {
        guard let setting, let bits = permissions(setting) else { return }
        let mask = umask(S_IRWXG | S_IRWXO)
        umask(mask & ~bits)
    }

    /// The permissions beyond the owner's that must not be masked; nil where the mask decides.
    ///
    /// The words and numbers are those of git's documentation, where folders also get the bit that
    /// lets one enter.
    static func permissions(_ setting: String) -> mode_t? {
        switch setting.lowercased() {
        case "group", "true", "yes", "on", "1": return S_IRWXG
        case "all", "world", "everybody", "2": return S_IRWXG | S_IROTH | S_IXOTH
        default: break
        }
        guard setting.hasPrefix("0"), let mode = mode_t(setting, radix: 8), mode > 0 else {
            return nil
        }
        let entering = (mode & (S_IRGRP | S_IROTH)) >> 2
        return (mode | entering) & (S_IRWXG | S_IRWXO)
    }
}
