public import ArgumentParser
public import EtudeRuntime

struct PrintSchema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a kind of file",
        discussion: """
            EXAMPLES
              etude schema strategy
              etude schema charter > charter.schema.json
            """)

    @Argument(help: "The kind of file")
    var kind: Schema

    @Flag(help: "Print JSON, as it does anyway")
    var json = false

    func run() { Console.show(kind.text.trimmingSuffix { $0.isNewline }) }
}

extension Schema: ExpressibleByArgument {}

extension String {
    fileprivate func trimmingSuffix(_ drops: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, drops(last) { text.removeLast() }
        return text
    }
}
