import EtudeDocuments
import EtudeDomain
import Foundation

/// Reads the fields of one document as domain values; every failure has its place.
struct FieldReader {
    let document: Document
    let path: String

    /// Takes the document apart; throws what is wrong with its form.
    init(_ bytes: [UInt8], path: String) throws(EntryProblem) {
        do { document = try Document(parsing: bytes) } catch {
            throw EntryProblem(error, path: path, bytes: bytes)
        }
        self.path = path
    }

    /// The text of `key`; nil where it is absent or empty.
    func text(_ key: String) throws(EntryProblem) -> String? {
        guard let scalar = try scalar(key) else { return nil }
        guard scalar.type == .string else {
            throw problem(
                scalar.range, "'\(key)' is text, but '\(scalar.text)' reads as \(scalar.type)",
                hint: "put it in quotes: \(key): \"\(scalar.text)\"")
        }
        return scalar.text.isEmpty ? nil : scalar.text
    }

    /// The text of `key`, which must be there.
    func requiredText(_ key: String) throws(EntryProblem) -> String {
        guard let text = try text(key) else { throw missing(key) }
        return text
    }

    /// The value of `key` that `parse` makes of its text; `expected` says what it has to be.
    func value<Value>(
        _ key: String, expected: String, _ parse: (String) -> Value?
    ) throws(EntryProblem) -> Value? {
        guard let text = try anyScalarText(key), let field = document.field(key) else { return nil }
        guard let value = parse(text) else {
            throw problem(field.valueRange, "'\(key)' is '\(text)', but it has to be \(expected)")
        }
        return value
    }

    /// As ``value(_:expected:_:)``, for a key that must be there.
    func required<Value>(
        _ key: String, expected: String, _ parse: (String) -> Value?
    ) throws(EntryProblem) -> Value {
        guard let value = try value(key, expected: expected, parse) else { throw missing(key) }
        return value
    }

    /// The number of `key` in `range`; nil where it is absent.
    func number(_ key: String, in range: ClosedRange<Double>) throws(EntryProblem) -> Double? {
        try value(
            key, expected: "a number from \(range.lowerBound.plain) to \(range.upperBound.plain)"
        ) {
            Double($0).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// The whole number of `key`, at least `least`; nil where it is absent.
    func count(_ key: String, atLeast least: Int = 0) throws(EntryProblem) -> Int? {
        try value(key, expected: "a whole number of at least \(least)") {
            Int($0).flatMap { $0 >= least ? $0 : nil }
        }
    }

    /// The case of `key` among those of an enumeration; nil where it is absent.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Choice.Type = Choice.self
    ) throws(EntryProblem) -> Choice? where Choice.RawValue == String {
        let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        return try value(key, expected: "one of: \(names)", Choice.init(rawValue:))
    }

    /// The moment of `key`; nil where it is absent.
    func date(_ key: String) throws(EntryProblem) -> Date? {
        try value(key, expected: "a moment such as 2026-11-22T10:04:05Z", Timestamp.date)
    }

    /// The list of `key`, each item made a value by `parse`; empty where it is absent.
    ///
    /// A single text counts as a list of one.
    func list<Value>(
        _ key: String, expected: String, _ parse: (String) -> Value?
    ) throws(EntryProblem) -> [Value] {
        guard let field = document.field(key) else { return [] }
        let items: [Scalar]
        switch field.value {
        case .empty: items = []
        case .scalar(let scalar): items = [scalar]
        case .list(let list): items = list
        }
        var values: [Value] = []
        for item in items {
            guard let value = parse(item.text) else {
                throw problem(item.range, "'\(item.text)' in '\(key)' has to be \(expected)")
            }
            values.append(value)
        }
        return values
    }

    /// A problem at a range of the document's bytes.
    func problem(_ range: Range<Int>, _ message: String, hint: String? = nil) -> EntryProblem {
        let place = document.place(of: range)
        return EntryProblem(
            path: path, place: place, excerpt: document.line(place.line), message: message,
            hint: hint)
    }

    /// A problem with the value of `key`.
    func problem(with key: String, _ message: String, hint: String? = nil) -> EntryProblem {
        guard let field = document.field(key) else { return missing(key) }
        return problem(field.valueRange, message, hint: hint)
    }

    private func missing(_ key: String) -> EntryProblem {
        if let field = document.field(key) {
            return problem(
                field.keyRange, "'\(key)' is empty", hint: "write something after '\(key):'")
        }
        return EntryProblem(
            path: path, message: "the frontmatter has no '\(key)'",
            hint: "add a line '\(key): …' between the '---' lines")
    }

    private func scalar(_ key: String) throws(EntryProblem) -> Scalar? {
        guard let field = document.field(key) else { return nil }
        switch field.value {
        case .empty: return nil
        case .scalar(let scalar): return scalar
        case .list: throw problem(field.valueRange, "'\(key)' is one value, not a list")
        }
    }

    private func anyScalarText(_ key: String) throws(EntryProblem) -> String? {
        guard let scalar = try scalar(key), scalar.type != .null else { return nil }
        return scalar.text
    }
}

extension Double {
    /// The shortest text of the number, without `.0`.
    fileprivate var plain: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}
