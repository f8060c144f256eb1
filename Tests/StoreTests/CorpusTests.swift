import EtudeTestSupport
import Testing

@Suite("What the fuzzer found, read as entries")
struct CorpusTests {
    @Test(arguments: try Corpus.names())
    func everyPromiseIsKept(name: String) throws {
        let broken = CodecPromises.broken(by: try Corpus.bytes(of: name))
        #expect(broken == [])
    }
}
