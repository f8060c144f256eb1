import EtudeDocuments

extension String {
    /// The text with characters that could deceive a terminal written out.
    var escaped: String { CharacterRules.escaped(self) }
}
