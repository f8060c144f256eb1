import Foundation
import Testing

/// The checker rejects what it should, so that a schema test can fail.
@Suite struct JSONSchemaTests {
    private func value(_ text: String) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }

    private func problems(_ schema: String, _ text: String) throws -> [String] {
        try JSONSchema(text: schema).problems(in: value(text))
    }

    @Test(arguments: [
        (#"{"type": "string"}"#, #""a""#, "1"), (#"{"type": "integer"}"#, "1", "1.5"),
        (#"{"type": "integer"}"#, "1.0", #""1""#), (#"{"type": "number"}"#, "1.5", "true"),
        (#"{"type": "boolean"}"#, "true", "1"), (#"{"type": "array"}"#, "[]", "{}"),
        (#"{"type": "object"}"#, "{}", "[]"), (#"{"type": "null"}"#, "null", "0"),
        (#"{"type": ["string", "array"]}"#, "[]", "1"), (#"{"const": 1}"#, "1", "2"),
        (#"{"enum": ["a", "b"]}"#, #""b""#, #""c""#),
        (#"{"pattern": "^[a-z]{2}$"}"#, #""ab""#, #""abc""#),
        (#"{"pattern": "[^\\s]"}"#, #"" a""#, #""  ""#), (#"{"minLength": 2}"#, #""ab""#, #""a""#),
        (#"{"minimum": 0}"#, "0", "-0.1"), (#"{"maximum": 1}"#, "1", "1.1"),
        (#"{"minItems": 1}"#, "[1]", "[]"),
        (#"{"items": {"type": "string"}}"#, #"["a", "b"]"#, #"["a", 1]"#),
        (#"{"required": ["a"]}"#, #"{"a": null}"#, #"{"b": 1}"#),
        (#"{"properties": {"a": {"minimum": 1}}}"#, #"{"b": 0}"#, #"{"a": 0}"#),
        (#"{"properties": {"a": {"items": {"enum": [1]}}}}"#, #"{"a": [1]}"#, #"{"a": [1, 2]}"#),
    ])
    func everyKeywordAcceptsAndRejects(schema: String, good: String, bad: String) throws {
        #expect(try problems(schema, good) == [])
        #expect(try problems(schema, bad).count == 1)
    }

    @Test func aProblemSaysWhereItIs() throws {
        let schema = #"{"required": ["b"], "properties": {"a": {"items": {"type": "string"}}}}"#
        #expect(try problems(schema, #"{"a": ["x", 1]}"#) == [": required", "a[1]: type"])
    }

    @Test(arguments: ["minLength", "pattern", "minimum", "items", "required", "properties"])
    func akeywordSaysNothingAboutAnotherType(keyword: String) throws {
        let rules = [
            "minLength": "9", "pattern": #""x""#, "minimum": "9", "items": "{}",
            "required": #"["a"]"#, "properties": #"{"a": {}}"#,
        ]
        let schema = "{\"\(keyword)\": \(try #require(rules[keyword]))}"
        #expect(try problems(schema, "true") == [])
    }

    @Test(arguments: [
        #"{"maxLength": 1}"#, #"{"properties": {"a": {"oneOf": []}}}"#,
        #"{"items": {"$ref": "a"}}"#,
        #"{"additionalProperties": false}"#, "[]",
    ])
    func aKeywordThatIsNotCheckedIsRefused(schema: String) {
        #expect(throws: JSONSchema.UnknownKeyword.self) { try JSONSchema(text: schema) }
    }
}
