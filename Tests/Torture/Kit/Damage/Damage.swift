import Foundation

/// What becomes of one file.
public struct Damage: Hashable, Sendable, CustomStringConvertible {
    /// How its bytes change.
    enum Effect: Hashable {
        /// The file ends after so many bytes.
        case cut(Int)
        /// One bit, counted from the first byte's lowest, is another; it is counted on from the start
        /// where the file is shorter.
        case flip(Int)
        /// It holds what the next file of its kind holds.
        case exchange
    }

    let file: DamagedFile
    /// Which file of its kind, from 0.
    let number: Int
    let effect: Effect

    /// Such as `object.3:cut=20`.
    public var description: String {
        let effect =
            switch self.effect {
            case .cut(let length): "cut=\(length)"
            case .flip(let bit): "flip=\(bit)"
            case .exchange: "exchange"
            }
        return "\(file.rawValue).\(number):\(effect)"
    }

    init(_ file: DamagedFile, _ number: Int, _ effect: Effect) {
        self.file = file
        self.number = number
        self.effect = effect
    }

    /// Reads what ``description`` writes; nil for anything else.
    public init?(_ text: String) {
        let form =
            #/
            (?<file>\w+) \. (?<number>\d+)
            : (?: (?<effect>cut|flip) = (?<amount>\d+) | exchange )
            /#
        guard let parts = text.wholeMatch(of: form),
            let file = DamagedFile(rawValue: String(parts.file)), let number = Int(parts.number)
        else { return nil }
        let amount = parts.amount.flatMap { Int($0) }
        switch (parts.effect, amount) {
        case ("cut", let length?): self.init(file, number, .cut(length))
        case ("flip", let bit?): self.init(file, number, .flip(bit))
        default: self.init(file, number, .exchange)
        }
    }

    /// Does it, in place, as a failing disk would.
    func apply(to scene: Scene) async throws {
        let paths = try await file.paths(in: scene).map { "\(scene.memory)/.git/\($0)" }
        guard number < paths.count else { throw Scene.Unusable(description: "no \(self)") }
        var bytes = try Data(contentsOf: URL(filePath: paths[number]))
        switch effect {
        case .cut(let length): bytes = bytes.prefix(length)
        case .flip(let bit) where !bytes.isEmpty:
            bytes[bit / 8 % bytes.count] ^= 1 << UInt8(bit % 8)
        case .flip: break
        case .exchange:
            bytes = try Data(contentsOf: URL(filePath: paths[(number + 1) % paths.count]))
        }
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: paths[number])
        // Not by a new file: git's object and our own copy of it are one file with two names.
        let handle = try FileHandle(forWritingTo: URL(filePath: paths[number]))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: bytes)
        try handle.close()
    }
}
