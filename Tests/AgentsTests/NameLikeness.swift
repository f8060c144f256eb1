import Foundation

/// The apprentice's base, written again from its formula: the cosine of TF-IDF vectors in which a word
/// counts once, to nine decimals; ties in byte order.
struct NameLikeness {
    let labels: [String]
    private let names: [Set<String>]

    init(_ labels: [String]) {
        self.labels = labels.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        names = self.labels.map { Set(Self.stems(of: $0.replacing("_", with: " "))) }
    }

    /// The labels, likeliest first.
    func ranking(of text: String) -> [String] {
        let known = Set(Self.stems(of: text)).filter { word in names.contains { $0.contains(word) }
        }
        let scores = names.map { name -> Double in
            let common = known.intersection(name).sorted().map { weight($0) * weight($0) }
            let cosine = common.reduce(0, +) / (norm(known) * norm(name))
            return cosine.isNaN ? 0 : (cosine * 1e9).rounded() / 1e9
        }
        return labels.indices.sorted {
            scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1]
        }.map { labels[$0] }
    }

    private func weight(_ word: String) -> Double {
        let holders = names.count { $0.contains(word) }
        return log(Double(labels.count + 1) / Double(holders + 1)) + 1
    }

    private func norm(_ words: Set<String>) -> Double {
        words.sorted().map { weight($0) * weight($0) }.reduce(0, +).squareRoot()
    }

    /// The stems of the words of English text.
    static func stems(of text: String) -> [String] {
        text.lowercased().matches(of: /[a-z]+('[a-z]+)?/).map { match in
            let word = String(match.output.0)
            let ending = ["ing", "ed", "es", "s"].first {
                word.hasSuffix($0) && word.count - $0.count >= 3
            }
            return String(word.dropLast(ending?.count ?? 0))
        }
    }
}
