import EtudeDomain
import Testing

@Suite struct TermsTests {
    @Test(arguments: [
        ("", []), ("  \n\t", []), ("?!…", []), ("One two", ["one", "two"]),
        ("verify_source_of", ["verify", "source", "of"]), ("re-open", ["re", "open"]),
        ("don't", ["don't"]), ("don’t", ["don't"]), ("'quoted'", ["quoted"]),
        ("rock''n", ["rock", "n"]), ("cats' toys", ["cats", "toys"]), ("3.5 kg", ["3", "5", "kg"]),
        ("ÉCOLE Straße", ["école", "straße"]), ("ПРИВЕТ", ["привет"]), ("العربية", ["العربية"]),
        ("हिन्दी में", ["हिन्दी", "में"]), ("½ ²", ["½", "²"]), ("❤️ 1️⃣", ["1"]),
        ("日本語 text", ["日", "本", "語", "text"]), ("カードabc", ["カ", "ー", "ド", "abc"]),
        ("한국어", ["한국어"]), ("a\0b", ["a", "b"]),
    ])
    func textIsTakenApartIntoWords(text: String, words: [String]) {
        #expect(Terms.words(of: text) == words)
    }

    @Test(arguments: [
        ("asking", "ask"), ("failed", "fail"), ("charges", "charg"), ("cards", "card"),
        ("ring", "ring"), ("used", "used"), ("gas", "gas"), ("this", "thi"), ("", ""), ("s", "s"),
        ("needing", "need"), ("boxes", "box"), ("glass", "glas"),
    ])
    func oneEndingIsLost(word: String, stem: String) {
        #expect(Terms.stem(word) == stem)
    }

    @Test func composedAndDecomposedTextIsTheSame() {
        #expect(Terms(of: "Caf\u{E9} na\u{EF}ve") == Terms(of: "Cafe\u{301} nai\u{308}ve"))
        #expect(Terms(of: "CAFÉ") == Terms(of: "café"))
    }

    @Test(arguments: [
        ("the source of my funds", "fund", true), ("the source of my funds", "source of", true),
        ("the source of my funds", "of source", false), ("source", "source of", false),
        ("a a b", "a b", true), ("a b", "", false), ("", "a", false), ("", "", false),
        ("refund", "fund", false), ("我要退款", "退款", true), ("我要退款", "款退", false),
    ])
    func phrasesOccurWordByWord(text: String, phrase: String, occurs: Bool) {
        #expect(Terms(of: text).contains(Terms(of: phrase)) == occurs)
    }
}

@Suite struct CueTests {
    @Test(arguments: ["", " ", "?!", "\u{200B}"])
    func aCueHasAWord(text: String) {
        #expect(Cue(text) == nil)
    }

    @Test(arguments: [("fund", true), ("the fund", true), ("the", false), ("Of  The", false)])
    func someWordTellsSomething(text: String, isTelling: Bool) throws {
        #expect(try #require(Cue(text)).isTelling == isTelling)
    }

    @Test func endingsAndCaseDoNotMatter() throws {
        let cue = try #require(Cue("Source of Funds"))
        #expect(cue.text == "Source of Funds")
        #expect(cue.occurs(in: Terms(of: "is the SOURCE of fund known?")))
        #expect(!cue.occurs(in: Terms(of: "the fund of sources")))
    }
}

@Suite struct StopWordsTests {
    @Test(arguments: ["the", "this", "was", "because", "doing", "don't"])
    func functionWordsSayNothing(word: String) {
        #expect(StopWords.contains(Terms.stem(word)))
    }

    @Test(arguments: ["fund", "card", "refund", "identity", ""])
    func wordsOfAMatterSaySomething(word: String) {
        #expect(!StopWords.contains(Terms.stem(word)))
    }
}
