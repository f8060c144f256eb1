import EtudeDocuments
import EtudeDomain
import EtudeRuntime
import Foundation
import Testing

@testable import EtudeStore

@Suite struct SchemaTests {
    private func problems(_ kind: Schema, _ bytes: [UInt8]) throws -> [String] {
        let document = try Document(parsing: bytes)
        return try JSONSchema(text: kind.text).problems(in: JSONValue(frontmatterOf: document))
    }

    private func problems(_ kind: Schema, _ text: String) throws -> [String] {
        try problems(kind, Array(text.utf8))
    }

    @Test(arguments: Schema.allCases)
    func everySchemaIsOneThatTheCheckerUnderstands(kind: Schema) throws {
        let schema = try JSONDecoder().decode(JSONValue.self, from: Data(kind.text.utf8))
        #expect(schema["$schema"] == .text("https://json-schema.org/draft/2020-12/schema"))
        #expect(schema["$id"] == .text("urn:etude:schema:\(kind.rawValue)"))
        let properties = try JSONSchema(text: kind.text).properties
        #expect(!properties.isEmpty)
        for (key, property) in properties {
            guard let fallback = property.fallback else { continue }
            #expect(try property.problems(in: fallback) == [], "\(key)")
        }
    }

    @Test func theTemplatesCharterStatesEveryDefault() throws {
        let charter = try Document(
            parsing: Array(ProjectFiles.text("memory-template/CHARTER.md").utf8))
        #expect(try problems(.charter, charter.bytes) == [])
        let stated = JSONValue(frontmatterOf: charter)
        for (key, property) in try JSONSchema(text: Schema.charter.text).properties {
            #expect(stated[key] != nil, "\(key)")
            if let fallback = property.fallback { #expect(stated[key] == fallback, "\(key)") }
        }
    }

    @Test func everyExampleInTheReadMeFits() throws {
        let text = try ProjectFiles.text("memory-template/README.md")
        let examples = ProjectFiles.blocks("markdown", in: text)
        #expect(examples.count == 3)
        for example in examples {
            let kind: Schema = example.contains("\nid: ") ? .strategy : .skill
            #expect(try problems(kind, example) == [])
        }
    }

    @Test func everyExampleInTheAgentsGuideFits() throws {
        let text = try ProjectFiles.text("memory-template/AGENTS.md")
        let skills = ProjectFiles.hereDocuments("END", in: text)
        #expect(skills.count == 2)
        for skill in skills {
            #expect(try problems(.skill, skill) == [])
            #expect(skill.contains("status: proposed"))
        }
    }

    @Test(arguments: [true, false])
    func whatTheCodecsWriteFits(isFull: Bool) throws {
        let sample = try SchemaSample(isFull: isFull)
        #expect(try problems(.strategy, StrategyCodec.encode(sample.strategy, body: "")) == [])
        #expect(try problems(.skill, SkillCodec.encode(sample.skill)) == [])
        #expect(
            try problems(.competency, CompetencyCodec.encode(sample.competency, body: "")) == [])
        #expect(try problems(.trace, TraceCodec.encode(sample.trace, analysis: nil)) == [])
    }

    @Test(arguments: [
        (Schema.strategy, "id: 4kq7w2mx9d", "id: 4kq7w2mx9i"),
        (.strategy, "status: active", "status: on"), (.strategy, "skill: desk", "skill: Desk"),
        (.strategy, "cues:", "cue:\ncues: 5\nmore:"), (.strategy, "do: ", "does: "),
        (.skill, "status: active", "status: 1"), (.skill, "title: ", "titel: "),
        (.skill, "threshold: 0.6", "threshold: 6"), (.trace, "score: 0.5", "score: 1.5"),
        (.trace, "decision: 1", "decision: 0"), (.trace, "outcome: failure", "outcome: maybe"),
        (.competency, "state: able", "state: fine"), (.competency, "attempts: 4", "attempts: -4"),
        (.competency, "difficulty: 5.5", "difficulty: 0.5"),
    ])
    func aSpoiledFileDoesNotFit(kind: Schema, text: String, spoiled: String) throws {
        let sample = try SchemaSample(isFull: true)
        let bytes =
            switch kind {
            case .strategy: try StrategyCodec.encode(sample.strategy, body: "")
            case .skill: try SkillCodec.encode(sample.skill)
            case .trace: try TraceCodec.encode(sample.trace, analysis: nil)
            default: try CompetencyCodec.encode(sample.competency, body: "")
            }
        let file = String(decoding: bytes, as: UTF8.self)
        try #require(file.contains(text))
        #expect(try problems(kind, file.replacing(text, with: spoiled, maxReplacements: 1)) != [])
    }

    @Test(arguments: [
        ("**", true), ("support", true), ("support/**", true), ("support/*/refunds", true),
        ("*", true), ("**/refunds", true), ("support/", false), ("Support", false),
        ("support/***", false), ("a/b/c/d/e/f", true), ("a/b/c/d/e/f/g", false), ("", false),
    ])
    func theCharterNamesSkillsAsTheProgramReadsThem(pattern: String, isOne: Bool) throws {
        let charter = "---\netude: 1\nallow: [\"\(pattern)\"]\n---\n"
        #expect(try problems(.charter, charter).isEmpty == isOne)
        #expect((SkillPattern(pattern) != nil) == isOne)
    }

    @Test(arguments: [
        ("exact", "yes"), ("one-of", "[yes, \"no\"]"), ("regex", "\"^y\""),
        ("command", "test -n x"),
    ])
    func aScenarioOfEachGraderFits(grader: String, expect: String) throws {
        let text = """
            ---
            id: 4kq7w2mx9d
            title: A task
            skill: desk
            difficulty: -0.5
            source: person
            grader: \(grader)
            expect: \(expect)
            ---

            Say yes.

            """
        #expect(try problems(.scenario, text) == [])
        let path = "scenarios/desk/a-task-4kq7w2mx9d.md"
        #expect(throws: Never.self) { try ScenarioCodec.decode(Array(text.utf8), path: path) }
        let spoiled = text.replacing("expect:", with: "expects:")
        #expect(try problems(.scenario, spoiled) == [": required"])
    }
}
