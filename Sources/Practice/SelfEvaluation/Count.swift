/// How a number of attempts is written, halves included.
enum Count {
    /// Without a fraction where there is none: `4`, `0.5`.
    static func text(_ count: Double) -> String {
        count == count.rounded() ? String(Int(count)) : String(count)
    }
}
