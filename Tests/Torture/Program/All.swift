import ArgumentParser

struct All: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run every part in its full size, and go on after a violation")

    func run() async throws {
        var failure: ExitCode?
        for part: any AsyncParsableCommand.Type in Torture.parts {
            guard var command = try part.parseAsRoot([]) as? any AsyncParsableCommand else {
                continue
            }
            do { try await command.run() } catch let code as ExitCode { failure = code }
        }
        if let failure { throw failure }
    }
}
