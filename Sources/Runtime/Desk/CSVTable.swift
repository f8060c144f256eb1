/// A table in the form of RFC 4180: a header, then rows; fields in quotes may hold commas, newlines
/// and doubled quotes.
struct CSVTable {
    /// The names of the columns.
    let header: [String]
    /// The rows, each with the line of the file on which it begins.
    let rows: [(line: Int, fields: [String])]

    /// What is wrong with a table, and on which line.
    struct Problem: Error, Hashable {
        let line: Int
        let message: String
    }

    /// Takes the bytes of a file apart; line ends may be LF or CRLF, a byte-order mark is passed over.
    init(_ bytes: [UInt8]) throws(Problem) {
        try Self.refuseDeceivingText(bytes)
        var scanner = CSVScanner(bytes: bytes)
        guard let header = try scanner.nextRow() else {
            throw Problem(line: 1, message: "the file is empty")
        }
        self.header = header.fields
        var rows: [(line: Int, fields: [String])] = []
        while let row = try scanner.nextRow() {
            if row.fields == [""] { continue }
            guard row.fields.count == self.header.count else {
                throw Problem(
                    line: row.line,
                    message:
                        "the row has \(row.fields.count) fields, and the header has \(self.header.count)"
                )
            }
            rows.append(row)
        }
        self.rows = rows
    }

    /// Refuses what is not UTF-8, and characters that control a terminal or the direction of writing.
    private static func refuseDeceivingText(_ bytes: [UInt8]) throws(Problem) {
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated()
        {
            guard let text = String(validating: line, as: UTF8.self) else {
                throw Problem(line: number + 1, message: "the text is not UTF-8")
            }
            let deceiving = text.unicodeScalars.first {
                let properties = $0.properties
                let isControl = properties.generalCategory == .control && $0 != "\t" && $0 != "\r"
                return isControl || properties.isBidiControl
            }
            guard let deceiving else { continue }
            throw Problem(
                line: number + 1,
                message: "the text holds the character '\(String(deceiving).escaped)'")
        }
    }

    /// The place of a column; throws when the header does not name it.
    func column(_ name: String) throws(Problem) -> Int {
        guard let place = header.firstIndex(of: name) else {
            throw Problem(
                line: 1,
                message:
                    "there is no column '\(name)'; the header is '\(header.joined(separator: ","))'"
            )
        }
        return place
    }
}

/// Reads a table row by row.
private struct CSVScanner {
    private let bytes: [UInt8]
    private var place: Int
    private var line = 1

    init(bytes: [UInt8]) {
        self.bytes = bytes
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next row and its line; nil at the end of the file.
    mutating func nextRow() throws(CSVTable.Problem) -> (line: Int, fields: [String])? {
        guard place < bytes.count else { return nil }
        let start = line
        var fields = [try nextField()]
        while place < bytes.count, bytes[place] == UInt8(ascii: ",") {
            place += 1
            fields.append(try nextField())
        }
        if place < bytes.count, bytes[place] == UInt8(ascii: "\r") { place += 1 }
        if place < bytes.count, bytes[place] == UInt8(ascii: "\n") { place += 1 }
        line += 1
        return (start, fields)
    }

    private mutating func nextField() throws(CSVTable.Problem) -> String {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return plainField() }
        return try quotedField()
    }

    private mutating func plainField() -> String {
        let start = place
        while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func quotedField() throws(CSVTable.Problem) -> String {
        let start = line
        var text: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\"") {
                guard place < bytes.count, bytes[place] == byte else {
                    return try endOfQuotedField(text)
                }
                place += 1
            } else if byte == UInt8(ascii: "\n") {
                line += 1
            }
            text.append(byte)
        }
        throw CSVTable.Problem(line: start, message: "a quote is opened and never closed")
    }

    private func endOfQuotedField(_ text: [UInt8]) throws(CSVTable.Problem) -> String {
        guard place == bytes.count || isEnd(bytes[place]) else {
            throw CSVTable.Problem(
                line: line,
                message: "text follows a closing quote; write a quote inside a field twice")
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
