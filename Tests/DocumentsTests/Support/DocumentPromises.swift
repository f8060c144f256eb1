import EtudeDocuments

/// What a document promises for any bytes: asked by the fuzz target, and of every file it found.
enum DocumentPromises {
    /// Names the promises that a file breaks.
    static func broken(by bytes: [UInt8]) -> [String] {
        do {
            let document = try Document(parsing: bytes)
            return broken(by: document, readFrom: bytes) + EditPromises.broken(by: document)
        } catch {
            return broken(by: error, in: bytes)
        }
    }

    private static func broken(by document: Document, readFrom bytes: [UInt8]) -> [String] {
        let body = document.bodyRange
        let promises: KeyValuePairs = [
            "the bytes stay": document.bytes == bytes,
            "the body is the rest": Array(document.body.utf8) == Array(bytes[body]),
            "keys are where they say": document.fields.allSatisfy {
                bytes[$0.keyRange].elementsEqual($0.key.utf8)
            },
            "ranges are in order": isOrdered(
                document.fields.flatMap { [$0.keyRange, $0.valueRange] } + [body]),
            "sections are in order": isOrdered(
                [body.lowerBound..<body.lowerBound] + document.sections.map(\.range)
                    + [bytes.count..<bytes.count]),
            "items are in their list": document.fields.allSatisfy { isOrdered($0.itemRanges) },
            "what it says can be written": isWritable(document),
        ]
        return promises.filter { !$0.value }.map(\.key)
            + document.forbiddenCharacters().prefix(8).flatMap { broken(by: $0, in: bytes) }
    }

    private static func broken(by problem: DocumentProblem, in bytes: [UInt8]) -> [String] {
        let place = problem.place
        let excerpt = Excerpt(of: place, in: bytes)
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard (1...lines.count).contains(place.line) else {
            return ["a place has a line: \(place)"]
        }
        let line = String(decoding: lines[place.line - 1], as: UTF8.self).unicodeScalars
        let end = place.column - 1 + place.length
        let marked = line.dropFirst(place.column - 1).prefix(place.length)
        let promises: KeyValuePairs = [
            "a place has a column": place.column >= 1 && end <= line.count + 1,
            "a place shows what is meant": isMeant(marked, by: problem.kind),
            "a marker is in its excerpt": excerpt.marker.upperBound
                <= excerpt.text.unicodeScalars.count + 1,
            "an excerpt is safe to print": isPrintable(excerpt.text),
            "a message is safe to print": isPrintable(problem.message) && problem.message != "",
        ]
        return promises.filter { !$0.value }.map { "\($0.key): \(problem)" }
    }

    private static func isOrdered(_ ranges: [Range<Int>]) -> Bool {
        zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
    }

    /// Whether the marked text is what a problem names.
    private static func isMeant(
        _ marked: String.UnicodeScalarView.SubSequence, by kind: DocumentProblem.Kind
    ) -> Bool {
        switch kind {
        case .notUTF8: marked.first == "\u{FFFD}"
        case .tab: marked.elementsEqual(["\t"])
        case .byteOrderMark: marked.elementsEqual(["\u{FEFF}"])
        case .forbiddenCharacter(let value): marked.first?.value == value || marked.first == "\\"
        case .duplicateKey(let key), .reservedKey(let key):
            marked.elementsEqual(key.unicodeScalars)
        default: true
        }
    }

    private static func isPrintable(_ text: String) -> Bool {
        CharacterRules.firstForbidden(in: text) == nil
            && !text.unicodeScalars.contains { $0 == "\n" || $0 == "\t" }
    }

    /// Whether the document's texts and lists, written anew, read back the same.
    private static func isWritable(_ document: Document) -> Bool {
        let values = document.fields.compactMap { field in
            FieldValue(field.value).map { (key: field.key, value: $0) }
        }
        do {
            let copy = try Document.rendering(values, body: "")
            return copy.fields.count == values.count
                && zip(copy.fields, values).allSatisfy { $0.key == $1.key && $1.value.isIn($0) }
        } catch {
            return error.isLimit
        }
    }
}

extension FieldValue {
    /// Takes over the text of a value, whatever its type; nil for nothing.
    init?(_ value: Field.Value) {
        switch value {
        case .scalar(let scalar): self = .text(scalar.text)
        case .list(let items): self = .list(items.map(\.text))
        case .empty: return nil
        }
    }

    /// Tells whether a field reads as this value, to the byte.
    func isIn(_ field: Field?) -> Bool {
        switch (self, field?.value) {
        case (.text(let text), .scalar(let scalar)): scalar.isText(text)
        case (.integer(let number), .scalar(let scalar)): scalar.integer == number
        case (.decimal(let number), .scalar(let scalar)):
            scalar.decimal == number || (number.isNaN && scalar.decimal?.isNaN == true)
        case (.boolean(let isTrue), .scalar(let scalar)): scalar.boolean == isTrue
        case (.list(let texts), .list(let items)):
            items.count == texts.count && zip(items, texts).allSatisfy { $0.isText($1) }
        default: false
        }
    }
}

extension Scalar {
    fileprivate func isText(_ text: String) -> Bool {
        type == .string && self.text.utf8.elementsEqual(text.utf8)
    }
}

extension DocumentProblem {
    /// Whether the file would only have become too large.
    var isLimit: Bool {
        switch kind {
        case .tooLarge, .frontmatterTooLarge, .tooManyFields: true
        default: false
        }
    }
}
