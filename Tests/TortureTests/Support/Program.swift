import Foundation

/// The program under test, which is built beside the tests.
enum Program {
    /// The program's file: in the folder that holds the test bundle.
    static let path: String = {
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
        var folder = URL(fileURLWithPath: bundle ?? Bundle.main.bundlePath)
        while folder.pathComponents.contains(where: { $0.hasSuffix(".xctest") }) {
            folder.deleteLastPathComponent()
        }
        return folder.appending(component: "etude").path
    }()
}
