import Foundation

extension Double {
    /// The number without a needless `.0`.
    var plain: String { self == rounded() && abs(self) < 1e15 ? String(Int(self)) : "\(self)" }

    /// A share as a percentage, such as `41.3 %`.
    var percent: String { String(format: "%.1f %%", self * 100) }

    /// A difference of shares in points, such as `+12.5`.
    var points: String { String(format: "%+.1f", self * 100) }
}
