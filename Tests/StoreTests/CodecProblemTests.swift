import EtudeDocuments
import EtudeDomain
import EtudeTestSupport
import Testing

@testable import EtudeStore

@Suite("Codecs: what is wrong, and where")
struct CodecProblemTests {
    @Test(arguments: ProblemCase.all.indices)
    func thePlaceIsTold(index: Int) throws {
        let example = ProblemCase.all[index]
        let problem = try #require(example.problem(), "\(example.name)")
        #expect(problem.path == example.path)
        #expect(problem.place.map { [$0.line, $0.column] } == example.place, "\(example.name)")
        #expect((problem.excerpt == nil) == (example.place == nil), "\(example.name)")
    }

    @Test
    func messagesAreAsRecorded() throws {
        let report = ProblemCase.all.map { example in
            guard let problem = example.problem() else { return "\(example.name): no problem" }
            var lines = ["\(example.name): \(problem.message)"]
            if let place = problem.place, let excerpt = problem.excerpt {
                let margin = String(repeating: " ", count: place.column - 1)
                lines += [excerpt, margin + String(repeating: "^", count: place.length)]
            }
            if let hint = problem.hint { lines.append("hint: \(hint)") }
            return lines.joined(separator: "\n  ") + "\n"
        }
        try Snapshot.expect(report.joined(separator: "\n"), in: "problems.txt")
    }

    @Test
    func excerptsOfWindowsFilesHaveNoLineEnding() {
        let text = "---\r\nid: 4kq7w2mx9d\r\ntitle Ask\r\n---\r\n"
        let problem = ProblemCase(name: "", kind: .strategy, text: text, place: nil).problem()
        #expect(problem?.place?.line == 3)
        #expect(problem?.excerpt == "title Ask")
    }

    @Test
    func excerptsAreSafeToPrint() {
        let text = "---\ntitle: \u{1B}[2J\n---\n"
        let problem = ProblemCase(name: "", kind: .strategy, text: text, place: nil).problem()
        #expect(problem?.excerpt == "title: \\u{1b}[2J")
    }

    @Test
    func excerptsOfHugeFilesAreShort() throws {
        let text = String(repeating: "x", count: 10_000_000)
        let example = ProblemCase(name: "", kind: .strategy, text: text, place: nil)
        let problem = try #require(example.problem())
        #expect(problem.message == "the file is larger than \(Document.sizeLimit) bytes")
        #expect(try #require(problem.excerpt).utf8.count < 2000)
    }

    @Test
    func bytesThatAreNotTextHaveAPlace() {
        do throws(EntryProblem) {
            _ = try StrategyCodec.decode("---\nid: ".bytes + [0xFF, 0xFE], path: "x.md")
            Issue.record("accepted")
        } catch {
            #expect(error.place?.line == 2)
            #expect(error.place?.column == 5)
        }
    }
}
