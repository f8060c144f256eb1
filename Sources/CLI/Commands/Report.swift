import ArgumentParser
import EtudeRuntime

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Show how the memory learned",
        discussion: """
            Learning curves beside base competence, competency over time with its band,
            what was forgotten, strategies by their effect, and what the gate refused.
            Prints text; with --html or --markdown writes a file that needs nothing
            else. With --desk, its held-out requests are asked at earlier revisions in
            place of the stored attempts.

            EXAMPLES
              etude report
              etude report --html report.html
              etude report --markdown report.md --desk banking77
            """)

    @Option(help: ArgumentHelp("Write an HTML file", valueName: "file"))
    var html: String?

    @Option(help: ArgumentHelp("Write a Markdown file", valueName: "file"))
    var markdown: String?

    @Option(
        help: ArgumentHelp(
            "Ask the held-out requests of a desk; 'embedded' is the support desk",
            valueName: "folder"))
    var desk: String?

    @OptionGroup var memory: MemoryOptions
    @OptionGroup var agent: AgentOptions

    func validate() throws {
        guard html == nil || html != markdown else {
            throw ValidationError("--html and --markdown cannot be the same file")
        }
    }

    func run() async throws {
        let desk = try desk.map { try Desk(named: $0) }
        var line = ProgressLine()
        let report = try await ReportMemory(memory.finder, asking: desk)
            .run(try agent.surroundings()) { line.show($0) }
        line.clear()
        let figures = ReportFigures(report, command: command)
        if let html { try Console.save(HTMLReport(figures).text, in: html) }
        if let markdown { try Console.save(MarkdownReport(figures).text, in: markdown) }
        if memory.json { return try Console.show(json: report) }
        guard html == nil, markdown == nil else {
            let files = [html, markdown].compactMap(\.self).joined(separator: " and ")
            return Console.talk("Wrote \(files).")
        }
        Console.show(TextReport(figures).text)
    }

    private var command: String {
        desk.map { "etude report --desk \($0)" } ?? "etude report"
    }
}
