/// The byte layout of an index, or of changes to one; little-endian.
///
/// ```
/// magic u64 · seal u64 · base u64 · revision 40 · numbers u64 × …, padded to 256 bytes
/// entries      rows of ``EntryRow``, in the order of their ids
/// texts        one ``EntryRecord`` an entry
/// postings     entry u32, share f32
/// terms        keys to postings: hashes of stems
/// cue rows     entry u32, words after the first u32, their hashes u64 × …
/// cues         keys to cue rows: hashes of the first stems
/// linked       entry u32
/// links        keys to linked: what else entries are found by, see ``Link``
/// replaced     entries of the base that changes replace or remove: u32, sorted
/// corrections  stems of recallable ones among them: hash u64, how many hold it u64, sorted
/// records      entries of the base with another record: entry u32, helped f32, harmed f32, sorted
/// notes        strategies u32, characters u32, notes u32, then texts
/// sums         a checksum u64 for each block of the file before it
/// ```
///
/// A text is its length u32 and its bytes. Keys are sorted: hash u64, first byte u32 and count of
/// bytes u32 in the section they lead to, where the rows of a key are in the order of their entries.
enum IndexLayout {
    /// Names the format; a change of the layout, or of how words are taken apart, changes it.
    static let magic: UInt64 = 0x3458_4945_4455_5445

    /// Sums up everything between it and the entries, and ``Section/sums``.
    static let sealOffset = 8
    /// The seal of the index that the bytes are changes to; 0 for an index.
    static let baseOffset = 16
    static let revisionOffset = 24
    static let revisionLength = 40
    static let numbersOffset = 64
    static let headerEnd = 256

    /// The bytes that one checksum covers: a page of macOS, four of Linux.
    ///
    /// What a query touches is checked a block at a time, so that small blocks let it touch little;
    /// each costs eight bytes that are read at every start.
    static let blockSize = 16_384

    /// The numbers of the header, before where each section starts.
    enum Number: Int, CaseIterable {
        /// The entries.
        case count
        /// Those that may be recalled.
        case recallable
        /// Those of the base that may be recalled and are replaced or removed.
        case withdrawn
        /// The checksum of what the records count of a log of attempts; 0 for none.
        case logSum
        /// The bytes of it that they count.
        case logEnd
        /// The bytes of the file.
        case end

        var offset: Int { IndexLayout.numbersOffset + rawValue * 8 }
    }

    /// The parts of the file, in their order.
    enum Section: Int, CaseIterable {
        case entries, texts, postings, terms, cueRows, cues, linked, links
        case replaced, corrections, records, notes, sums

        /// Where the header says where it starts.
        var offset: Int { IndexLayout.numbersOffset + (Number.allCases.count + rawValue) * 8 }
    }

    /// Sorted keys that lead to rows, each of which begins with the number of an entry.
    enum Table: CaseIterable {
        case terms, cues, links

        var keys: Section {
            switch self {
            case .terms: .terms
            case .cues: .cues
            case .links: .links
            }
        }

        var rows: Section {
            switch self {
            case .terms: .postings
            case .cues: .cueRows
            case .links: .linked
            }
        }
    }

    static let keySize = 16
    static let postingSize = 8
    static let correctionSize = 16
    static let recordSize = 12
}

/// What entries are found by beside their words.
enum Link {
    /// Entries without cues.
    static let cueless = stableHash("cueless")

    /// Entries in a file.
    static func location(_ path: String) -> UInt64 { stableHash("location \(path)") }

    /// Entries that were learned from a trace.
    static func trace(_ number: UInt64) -> UInt64 { stableHash("trace \(number)") }

    /// Entries that supersede a strategy.
    static func superseded(_ number: UInt64) -> UInt64 { stableHash("supersedes \(number)") }
}
