/// A path inside a repository, such as `strategies/support/intent/ask-first-4kq7.md`.
///
/// Paths are compared byte by byte, as git does: two spellings of the same accented letter are
/// two paths.
public struct TreePath: Sendable {
    /// The path as git stores it: components joined by slashes.
    public let text: String

    /// Accepts plain components only; nil for anything git would refuse, reinterpret or cut short.
    ///
    /// Refused are empty components, `.`, `..`, every spelling of `.git` that a file system may
    /// take for it, backslashes, control characters and components of more than 255 bytes.
    public init?(_ text: String) {
        let components = text.split(separator: "/", omittingEmptySubsequences: false)
        guard components.allSatisfy(Self.isPlain) else { return nil }
        self.text = text
    }

    private init(trusted text: String) { self.text = text }

    /// The names of the folders that lead to the file, then its own.
    public var components: [String] { text.split(separator: "/").map(String.init) }

    /// The last component.
    public var name: String {
        String(text[(text.lastIndex(of: "/").map(text.index(after:)) ?? text.startIndex)...])
    }

    /// The folder that holds it; nil at the top.
    public var parent: TreePath? {
        text.lastIndex(of: "/").map { TreePath(trusted: String(text[..<$0])) }
    }

    /// Returns the path of an entry in this folder; nil when `component` is not one plain name.
    public func appending(_ component: String) -> TreePath? {
        guard Self.isPlain(component[...]), !component.utf8.contains(UInt8(ascii: "/")) else {
            return nil
        }
        return TreePath(trusted: text + "/" + component)
    }

    /// Returns whether this path lies inside the folder `other`, at any depth; false when equal.
    public func isBelow(_ other: TreePath) -> Bool {
        let length = other.text.utf8.count
        return text.utf8.count > length && text.utf8.starts(with: other.text.utf8)
            && text.utf8.dropFirst(length).first == UInt8(ascii: "/")
    }
}

extension TreePath: Hashable, Comparable, CustomStringConvertible {
    /// The path as git stores it.
    public var description: String { text }

    /// Compares byte by byte.
    public static func == (left: Self, right: Self) -> Bool {
        // Text of equal bytes is equal, and comparing text is faster.
        left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
    }

    /// Orders byte by byte.
    public static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// Feeds the bytes.
    public func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension TreePath {
    private static func isPlain(_ component: Substring) -> Bool {
        guard !component.isEmpty, component.utf8.count <= 255 else { return false }
        guard component != ".", component != ".." else { return false }
        if component.utf8.allSatisfy(isPlainASCII) {
            return !mayBeGitFolder(component) || !isGitFolder(component)
        }
        return component.unicodeScalars.allSatisfy(isPrintable) && !isGitFolder(component)
    }

    private static func isPlainASCII(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\\")
    }

    /// Looks at the first letter alone, which is enough for nearly all names.
    private static func mayBeGitFolder(_ component: Substring) -> Bool {
        ".gG".utf8.contains(component.utf8.first ?? 0)
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: false
        default: scalar != "\\"
        }
    }

    /// Whether a file system may take the component for `.git`.
    ///
    /// HFS+ skips invisible characters; NTFS skips trailing dots and spaces, and ends a name at
    /// the colon of a stream; `git~1` is the short name that NTFS gives `.git`.
    private static func isGitFolder(_ component: Substring) -> Bool {
        var scalars = component.unicodeScalars.filter { !isInvisible($0) }[...]
        if let colon = scalars.firstIndex(of: ":") { scalars = scalars[..<colon] }
        while let last = scalars.last, last == "." || last == " " { scalars.removeLast() }
        return [".git", "git~1"].contains(String(Substring(scalars)).lowercased())
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200C...0x200F, 0x202A...0x202E, 0x206A...0x206F, 0xFEFF: true
        default: false
        }
    }
}
