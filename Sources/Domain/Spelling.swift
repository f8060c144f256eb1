/// Finds what somebody probably meant.
public enum Spelling {
    /// The candidate with the fewest edits from `text`, at most a third of its length; the first in
    /// order among equals, nil when none is near enough.
    public static func nearest(to text: String, among candidates: some Sequence<String>) -> String?
    {
        let limit = max(1, text.count / 3)
        return candidates.map { (edits: distance(text, $0), name: $0) }
            .filter { $0.edits <= limit }
            .min { ($0.edits, $0.name) < ($1.edits, $1.name) }?.name
    }

    /// The Levenshtein distance of two texts, in characters.
    public static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (i, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let substitution = diagonal + (character == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
