import EtudePractice

/// Values shaped like secrets, put together so that none stands in the source.
enum SecretSamples {
    private static let letters = Array(
        "kQ7vZ2mXw9RbT4nLc8JdF3hYs6GpA5eU1oVxKi0BtNqWzMrCyEfDgHjPaSlIuO")
    private static let digits = Array("3f9a1c7e5b0d8264")

    static func mixed(_ count: Int) -> String {
        String((0..<count).map { letters[($0 * 7 + 3) % letters.count] })
    }

    static func hex(_ count: Int) -> String {
        String((0..<count).map { digits[($0 * 5 + $0 / 16) % digits.count] })
    }

    static func capitals(_ count: Int) -> String {
        let alphabet = Array("Q7P2ZX9RYK4WHV3M6TCL")
        return String((0..<count).map { alphabet[($0 * 3 + 1) % alphabet.count] })
    }

    static var gitHub: String { "gh" + "p_" + mixed(36) }

    struct Case: Sendable {
        let kind: SecretKind
        let hit: String
        let misses: [String]
    }

    static var all: [Case] { cloud + code + services + surroundings }

    private static var cloud: [Case] {
        let (aws, twelve) = ("AK" + "IA", mixed(40))
        return [
            Case(
                kind: .awsAccessKey, hit: aws + capitals(16),
                misses: [
                    aws + capitals(12), aws + "IOSFODNN7" + "EXAMPLE", "X" + aws + capitals(16),
                ]),
            Case(
                kind: .awsSecretKey, hit: "aws_secret" + "_access_key = \"\(twelve)\"",
                misses: [
                    "aws_secret" + "_access_key = \"\(mixed(39))\"", "commit \(twelve)",
                    "aws_secret" + "_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                ]),
            Case(
                kind: .digitalOceanToken, hit: "dop" + "_v1_" + hex(64),
                misses: [
                    "dop" + "_v1_" + hex(63), "dop" + "_v2_" + hex(64), "dop" + "_v1_" + mixed(64),
                ]),
            Case(
                kind: .azureKey, hit: "AccountName=a;Account" + "Key=" + mixed(86) + "==",
                misses: [
                    "Account" + "Key=" + mixed(20),
                    "Account" + "Key=" + String(repeating: "A", count: 86),
                    "AccountName=" + mixed(86),
                ]),
            Case(
                kind: .vaultToken, hit: "hv" + "s." + mixed(90),
                misses: [
                    "hv" + "s." + mixed(12), "hv" + "x." + mixed(90), "hv" + "s.config.reload",
                ]),
            Case(
                kind: .databricksToken, hit: "da" + "pi" + hex(32),
                misses: ["da" + "pi" + hex(31), "da" + "pi" + hex(40), "da" + "pi-" + hex(32)]),
            Case(
                kind: .googleKey, hit: "AI" + "za" + mixed(35),
                misses: ["AI" + "za" + mixed(30), "AI" + "za" + mixed(40), "AI" + "zb" + mixed(35)]),
            Case(
                kind: .serviceAccountKey, hit: "\"private_key" + "_id\": \"\(hex(40))\"",
                misses: [
                    "\"private_key" + "_id\": \"\(hex(8))\"", "\"public_key_id\": \"\(hex(40))\"",
                    "the private_key" + "_id \(hex(40))",
                ]),
        ]
    }

    private static var code: [Case] {
        [
            Case(
                kind: .gitHubToken, hit: gitHub,
                misses: [
                    "gh" + "p_" + mixed(20), "gh" + "p_" + String(repeating: "x", count: 36),
                    "gh" + "x_" + mixed(36),
                ]),
            Case(
                kind: .gitHubToken, hit: "github" + "_pat_" + mixed(22) + "_" + mixed(59),
                misses: [
                    "github" + "_pat_" + mixed(22), "github_path_" + mixed(82),
                    "github" + "_pat_token",
                ]),
            Case(
                kind: .gitLabToken, hit: "gl" + "pat-" + mixed(20),
                misses: [
                    "gl" + "pat-" + mixed(10), "gl" + "pot-" + mixed(20),
                    "gl" + "pat-your-token-goes-here",
                ]),
            Case(
                kind: .npmToken, hit: "np" + "m_" + mixed(36),
                misses: [
                    "np" + "m_" + mixed(30), "np" + "m_" + mixed(40),
                    "np" + "m_config_registry_default_value",
                ]),
            Case(
                kind: .pyPIToken, hit: "pypi" + "-AgEIcHlwaS5vcmc" + mixed(70),
                misses: [
                    "pypi" + "-AgEIcHlwaS5vcmc" + mixed(20), "pypi" + "-" + mixed(70),
                    "pypi-server",
                ]),
            Case(
                kind: .ageKey, hit: "AGE-SECRET" + "-KEY-1" + capitals(58),
                misses: [
                    "AGE-SECRET" + "-KEY-1" + capitals(50), "AGE-SECRET" + "-KEY-1...",
                    "age1" + mixed(58),
                ]),
        ]
    }

    private static var services: [Case] {
        [
            Case(
                kind: .openAIKey, hit: "sk" + "-proj-" + mixed(60),
                misses: [
                    "sk" + "-proj-" + mixed(10), "risk" + "-proj-ect-management-and-more-of-it",
                    "sk" + "-proj-abcdefghijklmnopqrstuvwxyz",
                ]),
            Case(
                kind: .openAIKey, hit: "s" + "k-" + mixed(48),
                misses: [
                    "s" + "k-" + mixed(20), "s" + "k-cube-grid-loading-spinner-with-a-long-name",
                    "a" + "sk-" + mixed(48),
                ]),
            Case(
                kind: .anthropicKey, hit: "sk" + "-ant-" + "api03-" + mixed(90),
                misses: [
                    "sk" + "-ant-" + mixed(8),
                    "sk" + "-ant-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                    "sk" + "-art-" + mixed(30),
                ]),
            Case(
                kind: .huggingFaceToken, hit: "h" + "f_" + mixed(34),
                misses: [
                    "h" + "f_" + mixed(20), "h" + "f_model_name_or_path", "s" + "hf_" + mixed(34),
                ]),
            Case(
                kind: .slackToken, hit: "xox" + "b-" + "904518273645-" + mixed(24),
                misses: [
                    "xox" + "b-12", "xox" + "z-904518273645-" + mixed(24),
                    "xox" + "b-your-token-goes-in-here",
                ]),
            Case(
                kind: .stripeKey, hit: "sk" + "_live_" + mixed(24),
                misses: [
                    "sk" + "_live_" + mixed(8), "pk" + "_live_" + mixed(24),
                    "sk" + "_live_xxxxxxxxxxxxxxxxxxxxxxxx",
                ]),
            Case(
                kind: .twilioKey, hit: "S" + "K" + hex(32),
                misses: ["S" + "K" + hex(31), "S" + "K" + hex(33), "TA" + "SK" + hex(32)]),
            Case(
                kind: .sendGridKey, hit: "S" + "G." + mixed(22) + "." + mixed(43),
                misses: [
                    "S" + "G." + mixed(22) + "." + mixed(20), "S" + "G." + mixed(66),
                    "S" + "G.U. " + mixed(43),
                ]),
        ]
    }

    private static var surroundings: [Case] {
        let (begin, end) = (
            "-----BEGIN RSA PRI" + "VATE KEY-----", "-----END RSA PRI" + "VATE KEY-----"
        )
        let jwt = "ey" + "J" + mixed(20) + ".ey" + "J" + mixed(30) + "." + mixed(43)
        return [
            Case(
                kind: .privateKey, hit: "\(begin)\n\(mixed(64))\n\(mixed(30))\n\(end)",
                misses: [
                    "\(begin)\n...\n\(end)",
                    "-----BEGIN PUBLIC KEY-----\n\(mixed(64))\n-----END PUBLIC KEY-----",
                    "a PRI" + "VATE KEY of \(mixed(20))",
                ]),
            Case(
                kind: .jsonWebToken, hit: jwt,
                misses: [
                    "ey" + "J" + mixed(20) + "." + mixed(30) + "." + mixed(43),
                    "ey" + "J" + mixed(20) + ".ey" + "J" + mixed(30), "k" + jwt,
                ]),
            Case(
                kind: .slackHook,
                hit: "https://hooks.slack" + ".com/services/T" + capitals(8) + "/B" + capitals(8)
                    + "/" + mixed(24),
                misses: [
                    "https://hooks.slack" + ".com/services/T000/B000/xxx",
                    "https://slack.com/services/" + mixed(44),
                    "https://hooks.slack"
                        + ".com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
                ]),
            Case(
                kind: .urlPassword, hit: "postgres://app:" + mixed(12) + "@db.local/x",
                misses: [
                    "postgres://app:password@db.local/x", "https://host:8080/a@b",
                    "https://app:${PASSWORD}@host/x",
                ]),
            Case(
                kind: .authorizationHeader, hit: "Authori" + "zation: Bearer " + mixed(32),
                misses: [
                    "Authori" + "zation: Bearer <token>", "authori" + "zation bearer " + mixed(32),
                    "Authori" + "zation: Bearer YOUR_TOKEN_GOES_IN_HERE",
                ]),
            Case(
                kind: .azureKey, hit: "secret " + mixed(3) + "8Q" + "~" + mixed(34),
                misses: [
                    mixed(3) + "8Q" + "~" + mixed(20), mixed(3) + "xQ" + "~" + mixed(34),
                    "Q" + "~" + mixed(34),
                ]),
        ]
    }
}
