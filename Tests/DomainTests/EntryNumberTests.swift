import EtudeDomain
import Testing

@Suite("The numbers of ids")
struct EntryNumberTests {
    @Test(
        arguments: [("0000000000", 0), ("0000000010", 32), ("zzzzzzzzzz", (1 << 50) - 1)]
            as [(String, UInt64)])
    func theyAreTheDigits(text: String, number: UInt64) throws {
        let id = try #require(EntryID(text))
        #expect(id.number == number)
        #expect(EntryID(number: number) == id)
    }

    @Test func theyAreInTheOrderOfTheIDs() {
        var generator = SystemRandomNumberGenerator()
        let ids = (0..<200).map { _ in EntryID(using: &generator) }
        #expect(ids.sorted().map(\.number) == ids.map(\.number).sorted())
        #expect(ids.map { EntryID(number: $0.number) } == ids)
    }

    @Test func largerNumbersAreNone() {
        #expect(EntryID(number: 1 << 50) == nil)
        #expect(EntryID(number: .max) == nil)
    }
}
