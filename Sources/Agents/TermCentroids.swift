import EtudeDomain
import Foundation

/// Texts by the weights of their words, gathered into labelled rows (TF-IDF, cosine).
///
/// A word weighs `ln((n + 1)/(texts with it + 1)) + 1` of `n` texts. A text is a vector of length 1 over
/// its different words; a row is the sum of its texts, brought to length 1.
struct TermCentroids: Hashable, Sendable {
    private var rows: [String: [Weight]] = [:]
    private let rarity: [String: Double]
    /// How much a word weighs that occurs in no text.
    private let unknownRarity: Double
    private let count: Int

    private struct Weight: Hashable {
        let row: Int
        let value: Double
    }

    /// Gathers texts, each into one of `count` rows.
    init(_ texts: [(row: Int, terms: Terms)], rows count: Int) {
        self.count = count
        rarity = Self.rarity(in: texts.map(\.terms))
        unknownRarity = log(Double(texts.count + 1)) + 1
        var sums = Array(repeating: [String: Double](), count: count)
        for (row, terms) in texts {
            let words = Set(terms.stems).sorted()
            let length = Self.length(of: words, rarity)
            for word in words { sums[row][word, default: 0] += (rarity[word] ?? 0) / length }
        }
        for (row, sum) in sums.enumerated() {
            let words = sum.keys.sorted()
            let length = words.reduce(0) { $0 + pow(sum[$1] ?? 0, 2) }.squareRoot()
            for word in words {
                rows[word, default: []].append(Weight(row: row, value: (sum[word] ?? 0) / length))
            }
        }
    }

    /// The words in byte order, each with the rows that hold it and its weight there.
    var weights: [(word: String, row: Int, value: Double)] {
        rows.keys.sorted().flatMap { word in
            (rows[word] ?? []).map { (word, $0.row, $0.value) }
        }
    }

    /// The likeness of a text to each row, 0 to 1 (cosine).
    ///
    /// To nine decimals, so that no order of summation decides a tie. Words that occur in no text are left
    /// out, or make it less like all rows.
    func likeness(to terms: Terms, countingUnknown: Bool = false) -> [Double] {
        let all = Set(terms.stems)
        let words = all.filter { rarity[$0] != nil }.sorted()
        let unknown = countingUnknown ? Double(all.count - words.count) : 0
        let length = (pow(Self.length(of: words, rarity), 2) + unknown * pow(unknownRarity, 2))
            .squareRoot()
        var likeness = Array(repeating: 0.0, count: count)
        guard length > 0 else { return likeness }
        for word in words {
            for weight in rows[word] ?? [] {
                likeness[weight.row] += weight.value * (rarity[word] ?? 0)
            }
        }
        return likeness.map { ($0 / length * 1e9).rounded() / 1e9 }
    }

    /// The rows by likeness to a text, likeliest first; equals in their order.
    func ranking(of terms: Terms) -> [Int] {
        let likeness = likeness(to: terms)
        return likeness.indices.sorted { (likeness[$1], $0) < (likeness[$0], $1) }
    }

    private static func length(of words: [String], _ rarity: [String: Double]) -> Double {
        words.reduce(0) { $0 + pow(rarity[$1] ?? 0, 2) }.squareRoot()
    }

    private static func rarity(in texts: [Terms]) -> [String: Double] {
        var frequency: [String: Int] = [:]
        for text in texts { for word in Set(text.stems) { frequency[word, default: 0] += 1 } }
        return frequency.mapValues { log(Double(texts.count + 1) / Double($0 + 1)) + 1 }
    }
}
