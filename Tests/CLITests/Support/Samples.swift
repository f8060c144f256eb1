import Foundation

/// A lesson that the gate accepts, as JSON.
func refund(_ changes: [String: Any?] = [:]) throws -> String {
    var lesson: [String: Any] = [
        "skill": "support/refunds", "title": "Look an order up before refunding it",
        "when": "a customer asks for a refund", "cues": ["refund"],
        "do": "call `find_order` first", "instead-of": "call `refund`",
        "because": "`refund` fails on an order that is still open",
        "task": "please refund order 1123", "outcome": "failure", "decision": 1,
        "steps": [
            [
                "did": "called `refund`", "expected": "a receipt",
                "happened": "an error: the order is still open",
            ]
        ],
    ]
    for (key, value) in changes { lesson[key] = value }
    let data = try JSONSerialization.data(withJSONObject: lesson, options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
}

/// The file of a strategy that a person writes.
func handwritten(id: String = "8h4n2r6t0v", action: String = "check_voucher") -> String {
    """
    ---
    id: \(id)
    title: Vouchers are looked up
    skill: support/refunds
    when: a customer writes about a voucher
    cues: [voucher]   # what recall goes by
    do: answer `\(action)`
    because: a voucher may have run out
    ---

    Written by a person.

    """
}

extension Scratch {
    /// The desk's folder.
    var desk: String { folder + "/desk" }

    /// Writes a small desk; one request has a quote and a newline in it.
    func makeDesk() throws {
        try write(
            """
            label,skill
            track_parcel,shop/parcels
            report_missing,shop/parcels
            explain_charge,shop/money
            request_refund,shop/money

            """, to: desk + "/skills.csv")
        try write(Self.train, to: desk + "/train.csv")
        try write(
            """
            text,category
            is the courier near,track_parcel
            the porch is bare,report_missing
            who put that on the statement,explain_charge
            a broken kettle arrived,request_refund

            """, to: desk + "/test.csv")
    }

    private static let train = """
        text,category
        where is the courier today,track_parcel
        the courier is late again,track_parcel
        "has the courier left the depot, or ""not""\nat all",track_parcel
        did the driver leave the depot,track_parcel
        the box never turned up,report_missing
        it says delivered but the porch is empty,report_missing
        nothing on the porch although it was delivered,report_missing
        delivered they say and I see nothing,report_missing
        what is this charge of nine euros,explain_charge
        there are two lines on my statement,explain_charge
        the statement shows a strange sum,explain_charge
        why does the statement differ,explain_charge
        send my money back,request_refund
        I want my money for the broken lamp,request_refund
        the lamp is broken so pay me back,request_refund
        it came broken and I paid too much,request_refund

        """
}
