import EtudeDomain
import Foundation
import Testing

@testable import EtudeAgents

@Suite struct TermCentroidsTests {
    private func centroids(_ rows: [[String]]) -> TermCentroids {
        let texts = rows.enumerated().flatMap { row, texts in
            texts.map { (row: row, terms: Terms(of: $0)) }
        }
        return TermCentroids(texts, rows: rows.count)
    }

    /// Of three texts 'late' occurs in two, each other word in one: ln(4/3) + 1 and ln 2 + 1.
    @Test func aTextIsAsLikeAsTheCosineOfItsWeights() {
        let (late, other) = (log(4.0 / 3) + 1, log(2.0) + 1)
        let likeness = centroids([["late book"], ["late fee"], ["desk"]]).likeness(
            to: Terms(of: "late fee"))
        let length = (late * late + other * other).squareRoot()
        #expect(abs(likeness[0] - late * late / (length * length)) < 1e-9)
        #expect(likeness[1] == 1)
        #expect(likeness[2] == 0)
    }

    /// Two texts of length 1 at right angles: their sum is as like each of them as cos 45°.
    @Test func aRowIsTheSumOfItsTexts() {
        let likeness = centroids([["book", "fee"], ["desk"]]).likeness(to: Terms(of: "fee"))
        #expect(abs(likeness[0] - 0.5.squareRoot()) < 1e-9)
    }

    @Test func unknownWordsAreLeftOutOrCounted() {
        let centroids = centroids([["book"], ["fee"]])
        let terms = Terms(of: "book lantern")
        let (known, unknown) = (log(3.0 / 2) + 1, log(3.0) + 1)
        #expect(centroids.likeness(to: terms) == [1, 0])
        let counted = centroids.likeness(to: terms, countingUnknown: true)
        let expected = known / (known * known + unknown * unknown).squareRoot()
        #expect(abs(counted[0] - expected) < 1e-9)
    }

    @Test func nothingIsLikeATextWithoutKnownWords() {
        #expect(centroids([["book"], ["fee"]]).likeness(to: Terms(of: "lantern")) == [0, 0])
        #expect(centroids([]).likeness(to: Terms(of: "lantern")) == [])
        #expect(centroids([["book"], ["fee"]]).ranking(of: Terms(of: "")) == [0, 1])
    }
}
