import EtudeAgents
import EtudeDomain
import EtudeRuntime
import Foundation

/// A desk with four intents, small enough for a test and hard enough to learn from.
enum SmallDesk {
    static let skills = """
        label,skill
        track_parcel,shop/parcels
        report_missing,shop/parcels
        explain_charge,shop/money
        request_refund,shop/money

        """

    /// The intents in byte order lean to `explain_charge` where a request says none of their words.
    static let train = """
        text,category
        where is the courier today,track_parcel
        the courier is late again,track_parcel
        "has the courier left the depot, or not",track_parcel
        how far away is my parcel,track_parcel
        my tracking page says nothing,track_parcel
        did the driver leave the depot,track_parcel
        the box never turned up,report_missing
        it says delivered but the porch is empty,report_missing
        nothing on the porch although it was delivered,report_missing
        half of the order is missing,report_missing
        the neighbours have not seen the box,report_missing
        delivered they say and I see nothing,report_missing
        what is this charge of nine euros,explain_charge
        there are two lines on my statement,explain_charge
        the statement shows a strange sum,explain_charge
        "explain the ""handling"" line please",explain_charge
        an unknown sum left my account,explain_charge
        why does the statement differ,explain_charge
        send my money back,request_refund
        I want my money for the broken lamp,request_refund
        please refund the lamp,request_refund
        the lamp is broken so pay me back,request_refund
        it came broken and I paid too much,request_refund
        my money has to come back,request_refund

        """

    static let test = """
        text,category
        is the courier near,track_parcel
        which depot is it in now,track_parcel
        the courier rang nobody,track_parcel
        does the parcel move,track_parcel
        the porch is bare,report_missing
        they marked it delivered this morning,report_missing
        a missing item again,report_missing
        no box anywhere,report_missing
        who put that on the statement,explain_charge
        a charge I never made,explain_charge
        the sum looks odd,explain_charge
        what does this line mean,explain_charge
        give the money back to me,request_refund
        a broken kettle arrived,request_refund
        refund it,request_refund
        I sent the broken mug in,request_refund

        """

    /// Writes the desk's files to `folder`, and reads them.
    static func make(in folder: String) throws -> Desk {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        for (name, text) in [("skills", skills), ("train", train), ("test", test)] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).csv"))
        }
        return try Desk(folder: folder)
    }
}

extension Scratch {
    /// Practises on the small desk into the memory of this test.
    @discardableResult
    func practise(
        _ skill: SkillPath? = nil, attempts: Int = 100, seed: UInt64 = 7, ids: UInt64? = nil,
        progress: (PracticeSession.Progress) -> Void = { _ in }
    ) async throws -> PracticeReport {
        let desk = try SmallDesk.make(in: folder + "/desk")
        let session = PracticeSession(
            desk: desk, skill: skill, attempts: attempts, seed: seed,
            agent: Apprentice(name: "apprentice", intents: desk.skills.keys))
        return try await session.run(
            folder: top, surroundings: .fixed(agent: "apprentice", seed: ids ?? seed),
            progress: progress)
    }
}
