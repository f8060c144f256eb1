import EtudeDomain
import Foundation

/// BM25F: how much each word of a lesson says about it.
///
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
/// the fields weighted by how much they say about when a lesson applies. Stop words count nothing.
/// A field's length is held against a typical one instead of the average, so that what a lesson's
/// words say depends on that lesson alone.
enum TermWeights {
    private static let saturation = 1.2
    private static let lengthNormalization = 0.75

    /// The weights of `when`, `cues`, `title`, `do` and `because`.
    private static let weights = [3.0, 3.0, 2.0, 1.0, 1.0]

    /// Their typical lengths in words: the medians over the lessons that are learned on the embedded
    /// desk.
    private static let typicalLengths = [10.0, 1.0, 10.0, 4.0, 22.0]

    /// The share of each stem in `lesson` by its hash, in (0, 1): what a task with that stem adds to
    /// the lesson's score, before ``rarity(of:among:)``.
    static func shares(in lesson: Lesson) -> [UInt64: Float] {
        var frequencies: [String: Double] = [:]
        for (number, field) in fields(of: lesson).enumerated() where !field.stems.isEmpty {
            let length = Double(field.stems.count) / typicalLengths[number]
            let share = weights[number] / (1 - lengthNormalization + lengthNormalization * length)
            for stem in field.stems where !StopWords.contains(stem) {
                frequencies[stem, default: 0] += share
            }
        }
        let shares = frequencies.map { (stableHash($0), Float($1 / (saturation + $1))) }
        return Dictionary(shares, uniquingKeysWith: max)
    }

    /// How much a word tells that `count` of `total` lessons hold.
    static func rarity(of count: Int, among total: Int) -> Float {
        let (with, without) = (Double(max(0, count)), Double(max(0, total - count)))
        return Float(log(1 + (without + 0.5) / (with + 0.5)))
    }

    private static func fields(of lesson: Lesson) -> [Terms] {
        [
            lesson.when, lesson.cues.map(\.text).joined(separator: " "), lesson.title,
            lesson.action.text, lesson.because,
        ].map(Terms.init)
    }
}
