import EtudeRuntime
import Foundation

/// How much damage is tried.
public struct DamagePlan: Sendable {
    /// How many bits flip over all loose objects.
    var flips: Int
    /// The most lengths to which a file is cut that is no object, and the bits that flip in it.
    var otherPoints: Int
    /// The most damages of each kind of file, evenly spread; all of them where there is none.
    var limit: Int?
    /// What is random is drawn from this.
    var seed: UInt64

    /// Plans every truncation of every loose object, and so many flips.
    public init(flips: Int = 2_000, otherPoints: Int = 32, limit: Int? = nil, seed: UInt64) {
        self.flips = flips
        self.otherPoints = otherPoints
        self.limit = limit
        self.seed = seed
    }

    /// The damages to try on a memory.
    func damages(to scene: Scene) async throws -> [Damage] {
        var generator = SeededGenerator(seed: seed)
        var damages: [Damage] = []
        for file in DamagedFile.allCases {
            let sizes = try await file.paths(in: scene).map { try size(of: $0, in: scene) }
            let all =
                file == .object
                ? cuts(of: file, sizes, limit: nil) + flips(of: file, sizes, flips, &generator)
                : cuts(of: file, sizes, limit: otherPoints)
                    + flips(of: file, sizes, otherPoints * sizes.count, &generator)
            damages += Spread.pick(limit, of: all + exchanges(of: file, sizes.count))
        }
        return damages
    }

    private func cuts(of file: DamagedFile, _ sizes: [Int], limit: Int?) -> [Damage] {
        sizes.enumerated().flatMap { number, size in
            Spread.pick(limit, of: Array(0..<size)).map { Damage(file, number, .cut($0)) }
        }
    }

    private func flips(
        of file: DamagedFile, _ sizes: [Int], _ count: Int, _ generator: inout SeededGenerator
    ) -> [Damage] {
        let numbers = sizes.indices.filter { sizes[$0] > 0 }
        return (0..<count).compactMap { _ in
            guard let number = numbers.randomElement(using: &generator) else { return nil }
            let bit = Int.random(in: 0..<8 * sizes[number], using: &generator)
            return Damage(file, number, .flip(bit))
        }
    }

    private func exchanges(of file: DamagedFile, _ count: Int) -> [Damage] {
        count > 1 ? (0..<count).map { Damage(file, $0, .exchange) } : []
    }

    private func size(of path: String, in scene: Scene) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(
            atPath: "\(scene.memory)/.git/\(path)")
        return attributes[.size] as? Int ?? 0
    }
}
