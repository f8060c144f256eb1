/// The byte layout of an index, little-endian.
///
/// ```
/// magic u64 · checksum u64 of all that follows · revision 40 · header u32 × 10
/// entries   rows of ``Row``
/// terms     sorted: stem hash u64, first posting u32, postings u32
/// postings  entry u32, impact f32
/// cues      sorted: hash of the first stem u64, first cue row u32, cue rows u32
/// cue rows  entry u32, words u32, first word u32
/// words     stem hash u64
/// texts     length u32 and bytes, in the order of an entry's fields
/// notes     strategies u32, characters u32, notes u32, then texts
/// ```
enum IndexLayout {
    /// Names the format; a change of the layout changes it.
    static let magic: UInt64 = 0x3158_4945_4455_5445

    static let checksumOffset = 8
    static let revisionOffset = 16
    static let revisionLength = 40
    static let headerOffset = 56
    static let headerEnd = headerOffset + Header.allCases.count * 4

    /// The `u32` fields of the header: the number of entries, then where each section starts.
    enum Header: Int, CaseIterable {
        case entryCount, entries, terms, postings, cues, cueRows, words, texts, notes, end

        var offset: Int { IndexLayout.headerOffset + rawValue * 4 }
    }

    /// The parts of an entry's row, as offsets into it.
    enum Row {
        static let skill = 0
        static let agent = 8
        static let rejected = 16
        static let expires = 24
        static let helped = 32
        static let harmed = 36
        static let flags = 40
        static let texts = 44
        static let characters = 48
        static let size = 52
    }

    /// What an entry's flags say.
    enum Flag {
        static let proposed: UInt32 = 1
        static let hasRejected: UInt32 = 2
    }

    static let keySize = 16
    static let postingSize = 8
    static let cueRowSize = 12
    static let wordSize = 8
}
