import EtudeTestSupport
import Testing

@Suite("What the fuzzer found, read as documents")
struct CorpusTests {
    @Test(arguments: try Corpus.names())
    func everyPromiseIsKept(name: String) throws {
        let broken = DocumentPromises.broken(by: try Corpus.bytes(of: name))
        #expect(broken == [])
    }

    @Test
    func corpusHoldsMoreThanWhatWasWrittenByHand() throws {
        #expect(try Corpus.names().count > 50)
    }
}
