extension Document {
    /// Writes a document: LF line endings, and one newline at the end.
    ///
    /// Texts are quoted where a YAML 1.1 or 1.2 reader could take them for anything but text. A
    /// short list of plain texts stands in brackets, another in lines with dashes. The body follows
    /// the closing `---` line at once; begin it with a newline for an empty line between.
    ///
    /// - Throws: A problem with its place in the file that would be written: a key, a limit, or a
    ///   forbidden character. A bad key has the place where it would stand.
    public static func rendering(
        _ fields: [(key: String, value: FieldValue)], body: String
    ) throws(DocumentProblem) -> Document {
        var text = "---\n"
        for field in fields {
            try checkKey(field.key, at: text.utf8.count, in: Array(text.utf8))
            text += field.key + ":" + FieldWriter.layout(field.value, newline: "\n") + "\n"
        }
        let document = try Document(parsing: Array((text + "---\n" + closed(body)).utf8))
        try document.refuseCarriageReturn()
        try document.refuseForbiddenBody()
        return document
    }

    /// Refuses a carriage return that stood alone in a body whose lines end with LF by now, and that
    /// the newline after it would make a line ending.
    private func refuseCarriageReturn() throws(DocumentProblem) {
        guard let offset = bytes[bodyRange].firstIndex(of: ASCII.carriageReturn) else { return }
        throw DocumentProblem(
            kind: .forbiddenCharacter(UInt32(ASCII.carriageReturn)),
            place: place(of: offset..<offset + 1))
    }

    /// Refuses a key that the parser would not read back as one.
    static func checkKey(_ key: String, at offset: Int, in bytes: [UInt8]) throws(DocumentProblem) {
        guard !FrontmatterScanner.isKey(key) else { return }
        let place = Place(of: offset..<offset, in: bytes)
        throw DocumentProblem(kind: .badKey(key), place: place)
    }

    /// Refuses a body that is about to be written with a forbidden character.
    func refuseForbiddenBody() throws(DocumentProblem) {
        guard let finding = CharacterRules.firstForbidden(in: bodyRange, of: bytes) else { return }
        throw DocumentProblem(
            kind: .forbiddenCharacter(finding.value), place: place(of: finding.range))
    }

    /// Returns a body with LF line endings and one newline at its end, or nothing if it is empty.
    private static func closed(_ body: String) -> String {
        var scalars = String.UnicodeScalarView()
        for character in body {
            scalars += character == "\r\n" ? "\n".unicodeScalars : character.unicodeScalars
        }
        while scalars.last == "\n" { scalars.removeLast() }
        return scalars.isEmpty ? "" : String(scalars) + "\n"
    }
}
