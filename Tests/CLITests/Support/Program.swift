import Foundation

/// The program under test, which is built beside the tests.
enum Program {
    /// What a run came to.
    struct Result {
        let status: Int32
        let output: String
        let errors: String

        /// All of it, as a snapshot shows it.
        var transcript: String { "exit \(status)\n--- output\n\(output)--- errors\n\(errors)" }
    }

    /// The program's file: in the folder that holds the test bundle.
    static let file: URL = {
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
        var folder = URL(fileURLWithPath: bundle ?? Bundle.main.bundlePath)
        while folder.pathComponents.contains(where: { $0.hasSuffix(".xctest") }) {
            folder.deleteLastPathComponent()
        }
        return folder.appending(component: "etude")
    }()

    /// What the sanitizers of a program go by, as given to the tests.
    static let sanitizerOptions = ProcessInfo.processInfo.environment.filter {
        $0.key.hasSuffix("SAN_OPTIONS")
    }

    /// Starts the program, or another one by its name on the path.
    static func start(
        _ name: String?, _ arguments: [String], in folder: String, environment: [String: String],
        input: Data, output: URL, errors: URL
    ) throws -> Process {
        let process = Process()
        process.executableURL = name == nil ? file : URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = (name.map { [$0] } ?? []) + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = environment.merging(sanitizerOptions) { given, _ in given }
        let given = output.appendingPathExtension("input")
        try input.write(to: given)
        try Data().write(to: output)
        try Data().write(to: errors)
        process.standardInput = try FileHandle(forReadingFrom: given)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        return process
    }
}
