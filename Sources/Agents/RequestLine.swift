import Foundation

/// What a program reads from its standard input: one line of JSON.
protocol RequestLine: Encodable {}

extension RequestLine {
    /// The line, with keys in their order.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = (try? encoder.encode(self)) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
