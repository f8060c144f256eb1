extension Double {
    /// The number without a needless `.0`.
    var plain: String { self == rounded() && abs(self) < 1e15 ? String(Int(self)) : "\(self)" }

    /// A share as a percentage, such as `41.3 %`.
    var percent: String { "\((self * 100).fixed(places: 1)) %" }

    /// A difference of shares in points, such as `+12.5`.
    var points: String { (self < 0 ? "" : "+") + (self * 100).fixed(places: 1) }

    /// A difference of shares in hundredths of points, such as `-0.18`.
    var finePoints: String { (self < 0 ? "" : "+") + (self * 100).fixed(places: 2) }

    /// The number with so many decimals; as it is where it is too large for that.
    func fixed(places: Int) -> String {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (abs(self) * scale).rounded()
        guard places > 0, scaled < 1e15 else { return "\(self)" }
        let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: Int(scale))
        let digits = String(repeating: "0", count: places - "\(rest)".count) + "\(rest)"
        return (self < 0 && scaled > 0 ? "-" : "") + "\(whole).\(digits)"
    }

    /// The number with two significant digits, such as `7.9e-23` or `0.031`.
    var short: String {
        guard isFinite, self != 0 else { return "\(self)" }
        var (digits, exponent) = (abs(self), 0)
        while digits >= 10 { (digits, exponent) = (digits / 10, exponent + 1) }
        while digits < 1 { (digits, exponent) = (digits * 10, exponent - 1) }
        guard exponent < -3 || exponent > 3 else { return fixed(places: max(1, 1 - exponent)) }
        return (self < 0 ? "-" : "") + "\(digits.fixed(places: 1))e\(exponent)"
    }
}

extension String {
    /// The text with spaces behind it, up to a width.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
