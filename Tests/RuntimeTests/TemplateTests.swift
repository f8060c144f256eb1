import EtudeDocuments
import EtudeRuntime
import Foundation
import Testing

@Suite struct TemplateTests {
    @Test func theTemplateIsWhatItsFolderHolds() throws {
        let embedded = MemoryTemplate.files.map { ($0.path, $0.bytes) }
        #expect(Set(embedded.map(\.0)).count == embedded.count)
        #expect(
            Dictionary(embedded) { first, _ in first }
                == (try ProjectFiles.all(below: "memory-template")))
    }

    @Test func theSchemasAreWhatTheirFolderHolds() throws {
        let embedded = Schema.allCases.map { ("\($0.rawValue).json", Array($0.text.utf8)) }
        #expect(
            Dictionary(embedded) { first, _ in first } == (try ProjectFiles.all(below: "schemas")))
    }

    @Test func everyFileIsPlainTextThatEndsWithOneNewline() throws {
        for file in MemoryTemplate.files {
            let text = try #require(String(validating: file.bytes, as: UTF8.self))
            #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(file.path)")
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.allSatisfy { $0.last?.isWhitespace != true }, "\(file.path)")
            #expect(!text.contains("\r") && !text.contains("\t"), "\(file.path)")
        }
    }

    @Test func theCharterIsReadAndWrittenBackAsItIs() throws {
        let charter = try #require(MemoryTemplate.files.first { $0.path == "CHARTER.md" })
        #expect(try Document(parsing: charter.bytes).bytes == charter.bytes)
    }

    @Test func everyRequestInTheAgentsGuideIsOne() throws {
        let guide = try ProjectFiles.text("memory-template/AGENTS.md")
        let requests = ProjectFiles.hereDocuments("JSON", in: guide)
        #expect(requests.count == 2)
        for request in requests { _ = try LessonRequest(json: Data(request.utf8)) }
        let lesson = try LessonRequest(json: Data(#require(requests.last).utf8))
        #expect(lesson.action != nil && lesson.insteadOf != nil && lesson.decision == 1)
        let told = try #require(guide.components(separatedBy: "| field | what |").last)
        for key in ["skill", "title", "when", "cues", "do", "instead-of", "because", "decision"] {
            #expect(told.contains("| `\(key)` |"), "\(key)")
        }
    }
}
