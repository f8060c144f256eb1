import EtudeDocuments
import Foundation

/// The files of the project that the program carries with it, as they lie in its folders.
enum ProjectFiles {
    private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The files below a folder, hidden ones included, by their paths from there.
    static func all(below folder: String) throws -> [String: [UInt8]] {
        let folder = top.appending(path: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        var files: [String: [UInt8]] = [:]
        for path in paths {
            let file = folder.appending(path: path)
            let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
            if !isFolder { files[path] = [UInt8](try Data(contentsOf: file)) }
        }
        return files
    }

    /// One file as text.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: top.appending(path: path), encoding: .utf8)
    }

    /// The code blocks of a Markdown text in a language, in order.
    static func blocks(_ language: String, in text: String) -> [String] {
        text.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap { rest in
            rest.range(of: "\n```").map { rest[..<$0.lowerBound] + "\n" }
        }
    }

    /// The here-documents of shell code that end with `mark`, in order.
    static func hereDocuments(_ mark: String, in code: String) -> [String] {
        code.components(separatedBy: "<<'\(mark)'\n").dropFirst().compactMap { rest in
            rest.range(of: "\n\(mark)\n").map { rest[..<$0.lowerBound] + "\n" }
        }
    }
}
