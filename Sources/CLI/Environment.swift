import Foundation

/// The variables that the program was started with.
enum Environment {
    /// Returns a variable; nil when it is not set.
    ///
    /// Foundation would read all of them, which takes longer than finding the strategies.
    static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
