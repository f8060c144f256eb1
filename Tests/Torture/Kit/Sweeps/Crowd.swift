import Foundation

/// Does many things, as many at a time as there are cores.
enum Crowd {
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ body: @escaping @Sendable (Int, Item) async throws -> Result
    ) async throws -> [Result] {
        var results: [Int: Result] = [:]
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var waiting = items.enumerated().makeIterator()
            func add() {
                guard let (number, item) = waiting.next() else { return }
                group.addTask { (number, try await body(number, item)) }
            }
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { add() }
            while let (number, result) = try await group.next() {
                results[number] = result
                add()
            }
        }
        return results.sorted { $0.key < $1.key }.map(\.value)
    }
}
