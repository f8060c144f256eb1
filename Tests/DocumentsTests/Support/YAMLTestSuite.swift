import Foundation
import Yams

/// The documents of the YAML test suite (github.com/yaml/yaml-test-suite), if they are at hand.
///
/// They are looked for in the folder that the environment variable `ETUDE_DATA` names, else in
/// `../shared/data` beside the package.
enum YAMLTestSuite {
    /// A document of the suite.
    struct Example {
        let name: String
        let yaml: String
        /// The events that a YAML 1.2 parser reports, a line each.
        let events: [String]
        /// Whether a YAML 1.2 parser must refuse the document.
        let isInvalid: Bool
    }

    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: folder.path)
    }

    /// Reads all examples, in the order of their files' names.
    static func examples() throws -> [Example] {
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "yaml" }
            .sorted { $0.path < $1.path }
            .flatMap(examples)
    }

    private static var folder: URL {
        let data =
            ProcessInfo.processInfo.environment["ETUDE_DATA"].map { URL(fileURLWithPath: $0) }
            ?? package.deletingLastPathComponent().appending(path: "shared/data")
        return data.appending(path: "yaml-test-suite/src")
    }

    /// The folder of the package, four levels above this file.
    private static var package: URL {
        (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
            url.deletingLastPathComponent()
        }
    }

    private static func examples(in file: URL) throws -> [Example] {
        let list = try Yams.compose(yaml: String(contentsOf: file, encoding: .utf8))
        var events: [String] = []
        return list?.sequence?.enumerated().compactMap { index, node in
            events = node["tree"]?.string.map(lines) ?? events
            guard let yaml = node["yaml"]?.string else { return nil }
            return Example(
                name: "\(file.deletingPathExtension().lastPathComponent)-\(index)",
                yaml: decoded(yaml), events: events, isInvalid: node["fail"]?.bool == true)
        } ?? []
    }

    private static func lines(_ tree: String) -> [String] {
        tree.split(separator: "\n").map {
            decoded($0.trimmingCharacters(in: CharacterSet(charactersIn: " ")))
        }
    }

    /// Turns the glyphs of the suite into the characters that they stand for.
    private static func decoded(_ text: String) -> String {
        var result = text
        let glyphs = [("␣", " "), ("↵", ""), ("∎\n", ""), ("←", "\r"), ("⇔", "\u{FEFF}")]
        for (glyph, character) in glyphs {
            result = result.replacingOccurrences(of: glyph, with: character)
        }
        return result.replacingOccurrences(of: "—*»", with: "\t", options: .regularExpression)
    }
}
