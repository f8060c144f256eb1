import EtudeDomain
import EtudeTestSupport
import Testing

/// Draws texts that are hard to write: marks of Markdown and YAML, quotes, accents, emoji.
struct TextGenerator {
    var generator: SplitMix

    private static let pieces = [
        "a", "refund", " ", "  ", ":", ": ", "#", " #", "-", "---", "'", "\"", "\\", "`", "[", "]",
        "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "?", "null", "true", "1", "0x1f", "1e3",
        "2026-11-22", "yes", "~", "é", "e\u{301}", "日本", "🎓", "👩🏽", "ß", "İ", "\t", "\\n", "=", "<<",
    ]

    init(seed: UInt64) { generator = SplitMix(seed: seed) }

    /// A text on one line, with something visible at both ends.
    mutating func line(upTo count: Int = 8) -> String {
        let middle = (0..<Int.random(in: 0...count, using: &generator)).map { _ in piece() }
        return [visible(), middle.joined(), visible()].joined()
    }

    /// A text that may have several lines.
    mutating func text(lines: Int = 4) -> String {
        (0..<Int.random(in: 1...lines, using: &generator)).map { _ in line() }
            .joined(separator: "\n")
    }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    /// A number with four decimals, as files state it.
    mutating func decimal(in range: ClosedRange<Int>) -> Double {
        Double(number(in: (range.lowerBound * 10_000)...(range.upperBound * 10_000))) / 10_000
    }

    mutating func maybe<Value>(_ value: (inout Self) throws -> Value) rethrows -> Value? {
        Bool.random(using: &generator) ? try value(&self) : nil
    }

    mutating func id() -> EntryID { EntryID(using: &generator) }

    mutating func skill() throws -> SkillPath {
        let names = ["support", "intent", "7", "a-b", "refunds"]
        let segments = (0..<number(in: 1...6)).map { _ in names[number(in: 0...4)] }
        return try Sample.path(segments.joined(separator: "/"))
    }

    mutating func cue() throws -> Cue { try #require(Cue("cue " + line())) }

    mutating func action() throws -> Action { try #require(Action("do " + line()) ?? Action("do")) }

    mutating func pick<Value: CaseIterable>(_ type: Value.Type = Value.self) throws -> Value {
        try #require(Value.allCases.randomElement(using: &generator))
    }

    private mutating func piece() -> String { Self.pieces[number(in: 0...Self.pieces.count - 1)] }

    private mutating func visible() -> String {
        ["x", "'", "#", "é", "9", "-", "日"][number(in: 0...6)]
    }
}
