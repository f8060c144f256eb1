@testable import EtudeRuntime
import EtudeDomain
import EtudeTestSupport
import Foundation
import Testing

@Suite struct DeskTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        _ = try SmallDesk.make(in: scratch.top)
    }

    @Test func readsQuotesAndCommas() throws {
        let desk = try Desk(folder: scratch.top)
        #expect(desk.practice.count == 24)
        #expect(desk.heldOut.count == 16)
        #expect(desk.practice.contains { $0.text == "has the courier left the depot, or not" })
        #expect(desk.practice.contains { $0.text == "explain the \"handling\" line please" })
        #expect(desk.intents(of: try skill("shop/money")) == ["explain_charge", "request_refund"])
        #expect(desk.intents(of: nil).count == 4)
        #expect(desk.taxonomy.map(\.text) == ["shop", "shop/money", "shop/parcels"])
    }

    @Test func readsFilesOfOtherSystems() throws {
        let plain = try Desk(folder: scratch.top)
        for name in ["train", "test", "skills"] {
            let text = try scratch.read("\(name).csv").replacing("\n", with: "\r\n")
            try scratch.write("\u{FEFF}" + text, to: "\(name).csv")
        }
        let desk = try Desk(folder: scratch.top)
        #expect(desk.practice == plain.practice)
        #expect(desk.heldOut == plain.heldOut)
        #expect(desk.skills == plain.skills)
    }

    @Test func requestsWithUnknownLabelsAreLeftOut() throws {
        let train = try scratch.read("train.csv")
        try scratch.write(train + "who are you,small_talk\n,track_parcel\n", to: "train.csv")
        #expect(try Desk(folder: scratch.top).practice.count == 24)
    }

    @Test func heldOutRequestsThatArePractisedAreLeftOut() throws {
        let test = try scratch.read("test.csv")
        try scratch.write(
            test + "\"  Where is the COURIER today\n\",track_parcel\n", to: "test.csv")
        #expect(try Desk(folder: scratch.top).heldOut.count == 16)
    }

    /// A desk's files, each wrong in its own way, and the snapshot of the message.
    static let wrong: [(file: String, text: String?, snapshot: String)] = [
        ("train.csv", nil, "desk-no-file.txt"),
        ("train.csv", "", "desk-empty-file.txt"),
        ("train.csv", "text,category\n", "desk-no-requests.txt"),
        ("train.csv", "text,label\na,track_parcel\n", "desk-missing-column.txt"),
        ("train.csv", "text,category\nx,track_parcel\n\"open,y\nz", "desk-unclosed-quote.txt"),
        ("train.csv", "text,category\nhello,small_talk\n", "desk-unknown-labels.txt"),
        ("test.csv", "text,category\nhow far away is my parcel,track_parcel\n", "desk-no-test.txt"),
        ("train.csv", "text,category\na\u{0},track_parcel\n", "desk-nul.txt"),
        ("train.csv", "text,category\n\"a\nb\u{1B}[2J\",track_parcel\n", "desk-control.txt"),
        ("test.csv", "text,category\nx,y\n\u{202E}a,track_parcel\n", "desk-bidirectional.txt"),
        ("skills.csv", "label,skill\na,x\na,x\na,y\n", "desk-two-skills.txt"),
        ("skills.csv", "label,skill\n", "desk-no-skills.txt"),
        ("skills.csv", "label,skill\ntrack_parcel,Shop/../x\n", "desk-bad-skill.txt"),
        ("skills.csv", "label,skill\ntrack_parcel\n", "desk-short-row.txt"),
    ]

    @Test(arguments: wrong.indices)
    func saysWhatIsWrongWithAFile(number: Int) async throws {
        let (file, text, snapshot) = Self.wrong[number]
        if let text {
            try scratch.write(text, to: file)
        } else {
            try FileManager.default.removeItem(atPath: scratch.top + "/" + file)
        }
        let failure = try await failure { try Desk(folder: scratch.top) }
        try Snapshot.expect(scratch.words(of: failure), in: snapshot)
    }

    @Test func textThatIsNotUTF8IsRefused() async throws {
        let bytes = Array("text,category\ncaf".utf8) + [0xE9] + Array(",track_parcel\n".utf8)
        try Data(bytes).write(to: URL(fileURLWithPath: scratch.top + "/train.csv"))
        let failure = try await failure { try Desk(folder: scratch.top) }
        #expect(failure.message == "the text is not UTF-8")
        #expect(failure.spot?.line == 2)
    }

    @Test func theOrderOfPracticeIsStratifiedAndHoldsEachRequestOnce() throws {
        let desk = try Desk(folder: scratch.top)
        let order = desk.practiceOrder(of: nil, seed: 5)
        #expect(Set(order) == Set(desk.practice))
        #expect(order.count == desk.practice.count)
        for start in stride(from: 0, to: order.count, by: 4) {
            #expect(Set(order[start..<(start + 4)].map(\.intent)).count == 4)
        }
        #expect(order == desk.practiceOrder(of: nil, seed: 5))
        #expect(order != desk.practiceOrder(of: nil, seed: 6))
    }

    @Test func theEmbeddedDeskHasRequestsForEveryIntent() {
        let desk = Desk.embedded
        #expect(desk.skills.count == 24)
        for intent in desk.skills.keys {
            #expect(desk.practice.contains { $0.intent == intent })
            #expect(desk.heldOut.contains { $0.intent == intent })
        }
        let practised = Set(desk.practice.map(\.text))
        #expect(!desk.heldOut.contains { practised.contains($0.text) })
    }
}
