import EtudeDocuments
import EtudeDomain
import Foundation

/// What is said about a request that cannot be read.
extension LessonRequest {
    static func checkKeys(of data: Data) throws {
        let names = try JSONDecoder().decode(KeyNames.self, from: data).names
        let known = CodingKeys.allCases.map(\.rawValue)
        for key in names.sorted() where !known.contains(key) {
            throw Failure(
                "the request has an unknown key '\(CharacterRules.escaped(key))'",
                hint: Spelling.nearest(to: key, among: known).map { "did you mean '\($0)'?" }
                    ?? "the keys are: \(known.joined(separator: ", "))")
        }
    }

    static func wording(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            return "the request has no '\(Self.place(context.codingPath + [key]))'"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            if context.codingPath.isEmpty { return "the request has to be one JSON object" }
            return "'\(Self.place(context.codingPath))' in the request is of the wrong type"
        default: return "the request cannot be read"
        }
    }

    /// A place in a request, such as `steps.1.did`; items count from 1.
    private static func place(_ path: [any CodingKey]) -> String {
        path.map { key in key.intValue.map { "\($0 + 1)" } ?? key.stringValue }
            .joined(separator: ".")
    }

    /// Says where a text stops being JSON.
    static func notJSON(_ data: Data) -> Failure {
        let hint = "see 'etude learn --help' for an example"
        guard let offset = JSONMistake.offset(in: [UInt8](data)) else {
            return Failure("the request is not JSON", hint: hint)
        }
        let place = Place(of: offset..<(offset + 1), in: [UInt8](data))
        let excerpt = Excerpt(of: place, in: [UInt8](data)).text
        return Failure(
            "the request is not JSON",
            at: Failure.Spot(
                path: "the request", line: place.line, column: place.column, excerpt: excerpt),
            hint: hint)
    }
}

/// The keys of any object.
private struct KeyNames: Decodable {
    let names: [String]

    init(from decoder: any Decoder) throws {
        names = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
