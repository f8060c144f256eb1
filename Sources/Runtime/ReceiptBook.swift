import EtudeRecall
import EtudeStore
import Foundation
import SystemPackage

/// The receipts of what was handed over, newest last, one JSON object a line.
struct ReceiptBook {
    let location: MemoryLocation

    private static let sizeLimit = 1 << 20

    private var file: String { location.derivedFile("receipts") + ".jsonl" }

    /// Keeps a receipt.
    ///
    /// A failure does not stop the recall that it is about.
    func keep(_ receipt: Receipt) {
        let line = receipt.line + "\n"
        if (try? append(line)) == nil {
            try? FileManager.default.createDirectory(
                atPath: location.derivedFolder, withIntermediateDirectories: true)
            try? append(line)
        }
    }

    /// The newest receipt for this very task.
    func newest(for task: String, agent: String) -> Receipt? {
        guard let data = FileManager.default.contents(atPath: file) else { return nil }
        let decoder = JSONDecoder()
        for line in data.split(separator: UInt8(ascii: "\n")).reversed() {
            guard let receipt = try? decoder.decode(Receipt.self, from: line) else { continue }
            if receipt.task == task, receipt.agent == nil || receipt.agent == agent {
                return receipt
            }
        }
        return nil
    }

    /// Adds a line in one write, and begins a new file when this one has become long.
    private func append(_ line: String) throws {
        let descriptor = try FileDescriptor.open(
            FilePath(file), .writeOnly, options: [.append, .create], permissions: [.ownerReadWrite])
        let size = try descriptor.closeAfter {
            try descriptor.writeAll(line.utf8)
            return try descriptor.seek(offset: 0, from: .end)
        }
        guard size > Self.sizeLimit else { return }
        try? FileManager.default.removeItem(atPath: file + ".old")
        try FileManager.default.moveItem(atPath: file, toPath: file + ".old")
    }
}
