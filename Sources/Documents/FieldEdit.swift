/// A change to a document.
public enum FieldEdit: Hashable, Sendable {
    /// Sets a key, or adds it after the last field.
    case set(String, FieldValue)
    /// Removes a key with its value and comments; an absent key is left absent.
    case remove(String)
    /// Replaces all that follows the closing `---` line.
    case replaceBody(String)
}
