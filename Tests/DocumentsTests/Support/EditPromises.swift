import EtudeDocuments

/// What edits of a document promise; the values that are set are taken from its body.
enum EditPromises {
    /// Names the promises that edits of a document break: one value a key, for time's sake.
    static func broken(by document: Document) -> [String] {
        let values = values(from: document.body)
        let keys = document.fields.map(\.key)
        let added = keys.contains("new-key") ? [] : ["new-key"]
        let settings = (keys + added).enumerated().flatMap { index, key in
            let turn = (index + document.bytes.count) % values.count
            return broken(bySetting: key, to: values[turn], in: document)
        }
        return settings + keys.flatMap { broken(byRemoving: $0, from: document) }
            + brokenByNewBody(document)
    }

    /// The body, its first lines, and numbers that stand there.
    private static func values(from body: String) -> [FieldValue] {
        let scalars = body.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = scalars.prefix(4).map { String($0) }
        let numbers = lines.compactMap { Double($0) }.map { FieldValue.decimal($0) }
        let integers = lines.compactMap { Int($0) }.map { FieldValue.integer($0) }
        return [.text(body), .text(lines.first ?? ""), .list(lines), .list([]), .boolean(true)]
            + numbers + integers
    }

    private static func broken(
        bySetting key: String, to value: FieldValue, in old: Document
    ) -> [String] {
        let promises: KeyValuePairs<String, Bool>
        do throws(DocumentProblem) {
            let new = try old.applying([.set(key, value)])
            let field = old.field(key)
            promises = [
                "what is set is read": value.isIn(new.field(key)),
                "what is set again changes nothing": try new.applying([.set(key, value)]) == new,
                "other fields stay": isSame(but: key, old, new),
                "other lines stay": field.map { isSame(around: $0, old, new) }
                    ?? isInserted(old, new),
                "a new field is the last": field != nil || new.fields.last?.key == key,
            ]
        } catch {
            promises = ["what is clean can be set": error.isLimit || value.isRefusable]
        }
        return promises.filter { !$0.value }.map { "\($0.key): \(key), \(value)" }
    }

    private static func broken(byRemoving key: String, from old: Document) -> [String] {
        guard let field = old.field(key), let new = try? old.applying([.remove(key)]) else {
            return ["a field can be removed: \(key)"]
        }
        let head = old.bytes[..<field.keyRange.lowerBound]
        let tail = new.bytes.dropFirst(head.count)
        let promises: KeyValuePairs = [
            "what is removed is gone": new.field(key) == nil,
            "fields beside a removed one stay": isSame(but: key, old, new),
            "lines before a removed field stay": new.bytes.starts(with: head),
            "lines after a removed field stay": tail.count >= old.bodyRange.count
                && old.bytes.suffix(tail.count).elementsEqual(tail),
        ]
        return promises.filter { !$0.value }.map { "\($0.key): \(key)" }
    }

    private static func brokenByNewBody(_ old: Document) -> [String] {
        let body = old.fields.map { $0.key + "\n" }.joined() + "---\n"
        guard let new = try? old.applying([.replaceBody(body)]) else {
            return ["a body can be set"]
        }
        let head = old.bytes[..<old.bodyRange.lowerBound]
        return new.bytes.starts(with: head) && new.body == body ? [] : ["a new body is as given"]
    }

    /// Whether the fields but one say the same in the same order.
    private static func isSame(but key: String, _ old: Document, _ new: Document) -> Bool {
        let (left, right) = (
            old.fields.filter { $0.key != key }, new.fields.filter { $0.key != key }
        )
        return left.count == right.count
            && zip(left, right).allSatisfy { $0.key == $1.key && $0.value.isSame(as: $1.value) }
    }

    /// Whether all before the value and all after the line it ends on is the same.
    private static func isSame(around field: Field, _ old: Document, _ new: Document) -> Bool {
        let tail = old.bytes[field.valueRange.upperBound...].drop { $0 != 0x0A }
        return new.bytes.starts(with: old.bytes[..<field.keyRange.upperBound])
            && new.bytes.suffix(tail.count).elementsEqual(tail)
    }

    /// Whether the new bytes are the old ones with something put in.
    private static func isInserted(_ old: Document, _ new: Document) -> Bool {
        let start = zip(old.bytes, new.bytes).prefix { $0 == $1 }.count
        let end = zip(old.bytes.reversed(), new.bytes.reversed()).prefix { $0 == $1 }.count
        return start + end >= old.bytes.count
    }
}

extension FieldValue {
    /// Whether a file may refuse the value for a character in it.
    fileprivate var isRefusable: Bool {
        switch self {
        case .text(let text): text.unicodeScalars.contains(where: CharacterRules.isForbidden)
        case .list(let texts): texts.contains { FieldValue.text($0).isRefusable }
        default: false
        }
    }
}

extension Field.Value {
    /// Whether two values say and look the same, wherever they stand.
    fileprivate func isSame(as other: Field.Value) -> Bool {
        switch (self, other) {
        case (.empty, .empty): true
        case (.scalar(let left), .scalar(let right)): left.isSame(as: right)
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
        default: false
        }
    }
}

extension Scalar {
    fileprivate func isSame(as other: Scalar) -> Bool {
        type == other.type && style == other.style && text.utf8.elementsEqual(other.text.utf8)
    }
}
