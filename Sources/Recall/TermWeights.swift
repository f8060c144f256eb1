import EtudeDomain
import Foundation

/// BM25F: how much each word of a lesson says about it.
///
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
/// the fields weighted by how much they say about when a lesson applies. Stop words count nothing.
enum TermWeights {
    /// One lesson's share in a word.
    struct Posting: Hashable {
        let entry: Int
        /// What the word adds to the lesson's score when a task contains it.
        let impact: Float
    }

    private static let saturation = 1.2
    private static let lengthNormalization = 0.75

    /// The postings of every stem, by its hash.
    static func postings(of strategies: [IndexedStrategy]) -> [UInt64: [Posting]] {
        let fields = strategies.map(\.fields)
        var averages = Array(repeating: 0.0, count: weights.count)
        for lesson in fields {
            for (number, field) in lesson.enumerated() {
                averages[number] += Double(field.stems.count) / Double(max(1, fields.count))
            }
        }
        var frequencies: [String: [(entry: Int, frequency: Double)]] = [:]
        for (entry, lesson) in fields.enumerated() {
            for (stem, frequency) in weightedFrequencies(in: lesson, averages: averages) {
                frequencies[stem, default: []].append((entry, frequency))
            }
        }
        var postings: [UInt64: [Posting]] = [:]
        for (stem, list) in frequencies {
            let rarity = rarity(of: list.count, among: fields.count)
            postings[stableHash(stem), default: []] += list.map {
                Posting(
                    entry: $0.entry,
                    impact: Float(rarity * $0.frequency / (saturation + $0.frequency)))
            }
        }
        return postings
    }

    private static func rarity(of count: Int, among total: Int) -> Double {
        let (with, without) = (Double(count), Double(total - count))
        return log(1 + (without + 0.5) / (with + 0.5))
    }

    /// The weights of `when`, `cues`, `title`, `do` and `because`.
    private static let weights = [3.0, 3.0, 2.0, 1.0, 1.0]

    /// The words of a lesson's fields, in the order of their weights.
    static func fields(of lesson: Lesson) -> [Terms] {
        [
            lesson.when, lesson.cues.map(\.text).joined(separator: " "), lesson.title,
            lesson.action.text,
            lesson.because,
        ].map(Terms.init)
    }

    private static func weightedFrequencies(in fields: [Terms], averages: [Double]) -> [String:
        Double]
    {
        var frequencies: [String: Double] = [:]
        for (number, field) in fields.enumerated() where !field.stems.isEmpty {
            let length = Double(field.stems.count) / averages[number]
            let share = weights[number] / (1 - lengthNormalization + lengthNormalization * length)
            for stem in field.stems where !StopWords.contains(stem) {
                frequencies[stem, default: 0] += share
            }
        }
        return frequencies
    }
}
