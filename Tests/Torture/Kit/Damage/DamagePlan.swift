import EtudeRuntime
import Foundation

/// How much damage is tried.
public struct DamagePlan: Sendable {
    /// How many bits flip over all loose objects.
    var flips: Int
    /// The most lengths to which a file is cut that is no object, and the bits that flip in it.
    var otherPoints: Int
    /// The most damages in all, evenly spread; all of them where there is none.
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
            for (number, size) in sizes.enumerated() {
                let isObject = file == .object
                damages += Spread.pick(isObject ? nil : otherPoints, of: Array(0..<size)).map {
                    Damage(file, number, .cut($0))
                }
                if sizes.count > 1 { damages.append(Damage(file, number, .exchange)) }
                guard !isObject, size > 0 else { continue }
                damages += (0..<otherPoints).map { _ in
                    Damage(file, number, .flip(Int.random(in: 0..<8 * size, using: &generator)))
                }
            }
            if file == .object {
                damages += (0..<flips).map { _ in
                    let number = Int.random(in: sizes.indices, using: &generator)
                    let bit = Int.random(in: 0..<8 * sizes[number], using: &generator)
                    return Damage(file, number, .flip(bit))
                }
            }
        }
        return Spread.pick(limit, of: damages)
    }

    private func size(of path: String, in scene: Scene) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(
            atPath: "\(scene.memory)/.git/\(path)")
        return attributes[.size] as? Int ?? 0
    }
}
