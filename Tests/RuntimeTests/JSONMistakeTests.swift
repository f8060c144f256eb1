@testable import EtudeRuntime
import EtudeTestSupport
import Foundation
import Testing

@Suite struct JSONMistakeTests {
    @Test(arguments: [
        ("", 0), ("hello", 0), ("{", 1), ("{\"a\" 1}", 5), ("{\"a\": }", 6), ("{\"a\": 1,}", 8),
        ("[1, 2", 5), ("[1 2]", 3), ("[1,]", 3), ("{a: 1}", 1), ("nul", 3), ("1.", 2), ("1 2", 2),
        ("\"a\nb\"", 2), ("\"\\x\"", 2), ("\"\\u12g4\"", 5), ("\"open", 5), ("01", 1), ("-", 1),
    ])
    func theFirstByteThatCannotStandThereIsFound(text: String, offset: Int) {
        #expect(JSONMistake.offset(in: Array(text.utf8)) == offset)
    }

    /// Foundation's parser is the oracle: pieces of JSON, put together at random.
    @Test func itFindsAMistakeWhereFoundationDoes() {
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"\\n\\u00e9\"", "1", "-0.5e+3", "true",
            "false",
            "null", " ", "\n", "\"", "\\", "x", "{\"a\": [1, {\"b\": null}]}",
        ]
        var random = SplitMix(seed: 11)
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                pieces[Int.random(in: pieces.indices, using: &random)]
            }.joined()
            let isJSON =
                (try? JSONSerialization.jsonObject(
                    with: Data(text.utf8), options: .fragmentsAllowed))
                != nil
            #expect((JSONMistake.offset(in: Array(text.utf8)) == nil) == isJSON, "\(text)")
        }
    }

    @Test func aDeepTextEndsTheSearch() {
        let deep = Array(repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(JSONMistake.offset(in: deep) == 512)
    }
}
