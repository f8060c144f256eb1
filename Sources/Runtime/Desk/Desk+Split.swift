import EtudeDomain

extension Desk {
    /// What a desk is measured on.
    public enum Split: String, Hashable, Sendable, CaseIterable {
        /// The held-out requests.
        case test
        /// A fifth of the requests to practise on, which then do not enter practice.
        case development
    }

    /// The same desk, measured on `split`: every fifth practice request of each intent for development.
    public func measured(on split: Split) -> Desk {
        guard split == .development else { return self }
        var counts: [String: Int] = [:]
        var (practice, heldOut): ([Item], [Item]) = ([], [])
        for item in self.practice {
            counts[item.intent, default: 0] += 1
            if counts[item.intent, default: 0] % 5 == 0 {
                heldOut.append(item)
            } else {
                practice.append(item)
            }
        }
        return Desk(practice: practice, heldOut: heldOut, skills: skills)
    }
}
