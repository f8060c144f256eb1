import EtudeDocuments

extension String {
    /// The text with characters that could deceive a terminal written out.
    var safeToPrint: String { CharacterRules.escaped(self) }
}
