/// Characters that no field of an entry may hold.
enum ForbiddenCharacters {
    /// The first in `text`: a control character other than tab, a line or paragraph separator, one
    /// that overrides the direction of writing, has no width, or is a tag; nil when there is none.
    static func first(in text: String) -> Unicode.Scalar? {
        text.unicodeScalars.first(where: isForbidden)
    }

    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09: false
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x00AD, 0x034F, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
        case 0xFEFF, 0xE0000...0xE007F: true
        default: false
        }
    }
}
