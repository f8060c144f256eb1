/// How much `etude` waits for the disk.
public enum Durability: String, CaseIterable, Sendable {
    /// Nothing is synced.
    case relaxed
    /// What is acknowledged survives a power cut.
    case durable

    /// Writes it to the memory's configuration.
    func write(in scene: Scene) throws {
        try scene.write("durability: \(rawValue)\n", to: ".git/etude/config")
    }
}
