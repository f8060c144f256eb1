import EtudeDomain
import EtudeRecall
import Foundation
import Testing

@Suite struct CoinTests {
    private let start = Date(timeIntervalSince1970: 1_790_000_000)

    @Test(arguments: ["4kq7w2mx9d", "0000000001", "zzzzzzzzzz"])
    func aboutHalfOfTheTasksAreMasked(text: String) throws {
        let id = try #require(EntryID(text))
        let tasks = (0..<2_000).map { "refund order \($0)" }
        let masked = tasks.count { id.isMasked(for: $0, on: start, inTrialSince: start) }
        // Five standard deviations of a fair coin.
        #expect(abs(masked - 1_000) < 112)
    }

    @Test func theSameTaskFallsTheSameWayOnOneDayOfATrial() throws {
        let id = try #require(EntryID("4kq7w2mx9d"))
        let other = try #require(EntryID("4kq7w2mx9e"))
        let tasks = (0..<400).map { "task \($0)" }
        func fall(_ id: EntryID, _ moment: Date, _ start: Date) -> [Bool] {
            tasks.map { id.isMasked(for: $0, on: moment, inTrialSince: start) }
        }
        let first = fall(id, start, start)
        #expect(first == fall(id, start.addingTimeInterval(60), start))
        let tomorrow = start.addingTimeInterval(86_400)
        for second in [
            fall(other, start, start), fall(id, start, start.addingTimeInterval(1)),
            fall(id, tomorrow, start),
        ] {
            let same = zip(first, second).count { $0 == $1 }
            #expect(abs(same - 200) < 50)
        }
    }

    @Test func aReceiptNamesWhatWasMasked() throws {
        let id = try #require(EntryID("4kq7w2mx9d"))
        for (masked, unmasked) in [([], []), ([id], []), ([], [id])] {
            let receipt = Receipt(
                at: start, agent: "desk-1", task: "a \"task\"", memory: nil, recalled: [],
                masked: masked, unmasked: unmasked)
            let read = try JSONDecoder().decode(Receipt.self, from: Data(receipt.line.utf8))
            #expect(read == receipt)
        }
    }
}
