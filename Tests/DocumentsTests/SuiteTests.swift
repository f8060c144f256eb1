import EtudeDocuments
import Testing

@Suite(
    "The documents of the YAML test suite",
    .enabled(if: YAMLTestSuite.isPresent, "no data"))
struct SuiteTests {
    @Test
    func acceptedDocumentsMeanTheSameToYamsAndToTheSuite() throws {
        let oracle = try YamsOracle()
        var acceptedCount = 0
        for example in try YAMLTestSuite.examples() {
            let openingCount = example.yaml.hasPrefix("---\n") ? 4 : 0
            let lines = String(example.yaml.dropFirst(openingCount))
            guard let document = try? Document(frontmatter: ended(lines)),
                document.bodyRange.isEmpty
            else { continue }
            acceptedCount += 1
            let comment: Comment = "\(example.name): \(document.text.debugDescription)"
            #expect(!example.isInvalid, comment)
            let expected = try oracle.meanings(of: document.frontmatter)
            #expect(document.fields.map(Meaning.init) == expected, comment)
            #expect(events(of: document) == scalarEvents(example.events), comment)
        }
        #expect(acceptedCount >= 20)
    }

    @Test
    func valuesOfEveryDocumentMeanTheSameToYams() throws {
        let oracle = try YamsOracle()
        for example in try YAMLTestSuite.examples() {
            let indented = example.yaml.split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: "\n  ")
            for source in ["key: " + indented, "key:\n  " + indented, "key:\n- " + indented] {
                guard let document = try? Document(frontmatter: ended(source)) else { continue }
                let expected = try oracle.meanings(of: document.frontmatter)
                #expect(
                    document.fields.map(Meaning.init) == expected,
                    "\(example.name): \(document.text.debugDescription)")
            }
        }
    }

    private func ended(_ yaml: String) -> String {
        yaml.hasSuffix("\n") ? yaml : yaml + "\n"
    }

    /// The events of a document in the suite's notation, without those of the stream and the map.
    private func events(of document: Document) -> [String] {
        document.fields.flatMap { field in
            let key = "=VAL :" + field.key
            return switch field.value {
            case .empty: [key, "=VAL :"]
            case .scalar(let scalar): [key, event(scalar)]
            case .list(let items): [key, "+SEQ"] + items.map(event) + ["-SEQ"]
            }
        }
    }

    private func event(_ scalar: Scalar) -> String {
        let mark =
            switch scalar.style {
            case .plain: ":"
            case .singleQuoted: "'"
            case .doubleQuoted: "\""
            case .literal: "|"
            case .folded: ">"
            }
        return "=VAL " + mark + scalar.text.unicodeScalars.map(escape).joined()
    }

    private func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\t": "\\t"
        default: String(scalar)
        }
    }

    private func scalarEvents(_ events: [String]) -> [String] {
        events.compactMap { event in
            if event.hasPrefix("+SEQ") { return "+SEQ" }
            let isOuter = ["+STR", "-STR", "+DOC", "-DOC", "+MAP", "-MAP"].contains {
                event.hasPrefix($0)
            }
            return isOuter ? nil : event
        }
    }
}
