import EtudeRecall
import EtudeStore
import Foundation

/// The receipts of what was handed over, newest last, one JSON object a line.
struct ReceiptBook {
    let location: MemoryLocation

    private static let sizeLimit = 1 << 20

    private var file: String { location.derivedFile("receipts") + ".jsonl" }

    /// Keeps a receipt.
    ///
    /// A failure does not stop the recall that it is about.
    func keep(_ receipt: Receipt) {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(receipt) else { return }
        try? FileManager.default.createDirectory(
            atPath: location.derivedFolder, withIntermediateDirectories: true)
        if size > Self.sizeLimit { try? FileManager.default.removeItem(atPath: file + ".old") }
        if size > Self.sizeLimit {
            try? FileManager.default.moveItem(atPath: file, toPath: file + ".old")
        }
        append(line + Data("\n".utf8))
    }

    /// The newest receipt for this very task.
    func newest(for task: String, agent: String) -> Receipt? {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        for line in text.split(separator: "\n").reversed() {
            guard let receipt = try? decoder.decode(Receipt.self, from: Data(line.utf8)) else {
                continue
            }
            if receipt.task == task, receipt.agent == nil || receipt.agent == agent {
                return receipt
            }
        }
        return nil
    }

    private var size: Int {
        (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0
    }

    private func append(_ data: Data) {
        if let handle = FileHandle(forWritingAtPath: file) {
            _ = try? handle.seekToEnd()
            try? handle.write(contentsOf: data)
            try? handle.close()
        } else {
            try? data.write(to: URL(fileURLWithPath: file))
        }
    }
}
