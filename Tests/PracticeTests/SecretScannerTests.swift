import EtudePractice
import EtudeTestSupport
import Testing

@Suite struct SecretScannerTests {
    @Test func everyKindHasASample() {
        #expect(Set(SecretSamples.all.map(\.kind)) == Set(SecretKind.allCases))
        #expect(SecretSamples.all.allSatisfy { $0.misses.count == 3 })
    }

    @Test(arguments: SecretSamples.all)
    func hitsAreFoundAnywhere(sample: SecretSamples.Case) {
        for text in [sample.hit, "é ‘\(sample.hit)’ and on", "{\"a\": \"x\\n\(sample.hit)\\n\"}"] {
            #expect(SecretScanner.findings(in: text).map(\.kind) == [sample.kind])
        }
    }

    @Test(arguments: SecretSamples.all)
    func nearMissesPass(sample: SecretSamples.Case) {
        for miss in sample.misses { #expect(SecretScanner.findings(in: miss) == [], "\(miss)") }
    }

    @Test(arguments: SecretSamples.all)
    func redactionLeavesNoSecret(sample: SecretSamples.Case) {
        let redacted = SecretScanner.redacted("before \(sample.hit) after")
        #expect(redacted.contains("[redacted: \(sample.kind.rawValue)]"))
        #expect(redacted.hasPrefix("before "))
        #expect(SecretScanner.findings(in: redacted) == [])
    }

    @Test func rangesAreBytesOfTheText() throws {
        let finding = try #require(SecretScanner.findings(in: "é \(SecretSamples.gitHub)!").first)
        #expect(finding.range == 3..<43)
    }

    @Test func severalAreFoundInOrder() {
        let text = "\(SecretSamples.gitHub) \(SecretSamples.all[0].hit)\n\(SecretSamples.gitHub)"
        let kinds = SecretScanner.findings(in: text).map(\.kind)
        #expect(kinds == [.gitHubToken, .awsAccessKey, .gitHubToken])
    }

    @Test(arguments: [
        "", "a", "-----", "://", "sk-", "Authorization:", "ey" + "J", "Q~", "AIza", "é", "://:@",
        "authorization: bearer", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----",
    ])
    func beginningsAloneAreNoSecrets(text: String) {
        #expect(SecretScanner.findings(in: text) == [])
        #expect(SecretScanner.redacted(text) == text)
    }

    @Test(arguments: [
        "sk-", "ey" + "J", "://a:", "-----BEGIN PRIVATE KEY-----", "xoxb-", "Q~", "gh" + "p_",
    ])
    func repeatedBeginningsEnd(beginning: String) {
        let text = String(repeating: beginning, count: 5_000)
        #expect(SecretScanner.findings(in: text).count <= 5_000)
    }

    @Test func randomBytesNeverTrap() {
        var generator = SplitMix(seed: 11)
        let pieces =
            SecretSamples.all.map { String($0.hit.prefix(12)) } + ["\n", " ", ":", "é", "="]
        for _ in 0..<3_000 {
            let text = (0..<20).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
            let redacted = SecretScanner.redacted(text)
            #expect(redacted.utf8.count <= text.utf8.count + 20 * 32)
        }
    }
}
