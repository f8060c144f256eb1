import Foundation

/// A Swift file of the project.
struct SourceFile {
    /// The path from the top of the project, such as `Sources/Git/Head.swift`.
    let path: String
    /// Everything that is in it.
    let text: String
    /// The lines without comments and texts, from line 1.
    let code: [Substring]
    /// The words of the code.
    let words: Set<String>

    init(path: String, text: String) {
        self.path = path
        self.text = text
        let code = CodeScanner.code(of: text)
        self.code = code.split(separator: "\n", omittingEmptySubsequences: false)
        words = Set(
            code.utf8.split { !Self.isWordByte($0) }.map { String(decoding: $0, as: UTF8.self) })
    }

    /// The folder in `Sources` that it lies in, which is a target.
    var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    /// Something that a file must not do, and where.
    func violation(line: Int, _ message: String) -> String { "\(path):\(line): \(message)" }

    /// The top of the project.
    static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The Swift files of the targets.
    static let sources = Result { try all(below: "Sources") }

    /// The Swift files below one of the project's folders.
    static func all(below folder: String) throws -> [SourceFile] {
        let top = project.appending(path: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: top.path)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            SourceFile(
                path: "\(folder)/\(path)",
                text: try String(contentsOf: top.appending(path: path), encoding: .utf8))
        }
    }
}
