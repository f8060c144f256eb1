extension TokenShape {
    /// The shapes by the first byte of their beginning, longer beginnings first.
    static let byFirstByte: [[TokenShape]] = {
        let longestFirst = known.sorted { $0.prefix.count > $1.prefix.count }
        return (0..<256).map { byte in longestFirst.filter { Int($0.prefix[0]) == byte } }
    }()

    /// As the services document them, and as gitleaks and detect-secrets look for them.
    private static let known = cloud + code + services

    private static let cloud =
        ["AKIA", "ASIA", "ABIA", "ACCA"].map { TokenShape(.awsAccessKey, $0, .capitals, 16...16) }
        + ["dop_v1_", "doo_v1_", "dor_v1_"].map {
            TokenShape(.digitalOceanToken, $0, .hex, 64...64)
        }
        + ["AccountKey=", "accountkey="].map { TokenShape(.azureKey, $0, .base64, 86...86) }
        + ["hvs.", "hvb.", "hvr."].map { TokenShape(.vaultToken, $0, .base64URL, 24...longest) } + [
            TokenShape(.azureKey, "SharedAccessKey=", .base64, 43...43),
            TokenShape(.azureKey, "sig=", .percentEncoded, 43...90),
            TokenShape(.databricksToken, "dapi", .hex, 32...32),
            TokenShape(.googleKey, "AIza", .base64URL, 35...35),
        ]

    private static let code =
        ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map {
            TokenShape(.gitHubToken, $0, .alphanumeric, 36...255)
        }
        + ["glpat-", "gldt-", "glrt-", "glptt-", "glcbt-"].map {
            TokenShape(.gitLabToken, $0, .dotted, 20...longest)
        } + [
            TokenShape(.gitHubToken, "github_pat_", .underscored, 60...255),
            TokenShape(.npmToken, "npm_", .alphanumeric, 36...36),
            TokenShape(.pyPIToken, "pypi-AgEIcHlwaS5vcmc", .base64URL, 50...longest),
            TokenShape(.pyPIToken, "pypi-AgENdGVzdC5weXBpLm9yZ", .base64URL, 50...longest),
            TokenShape(.ageKey, "AGE-SECRET-KEY-1", .bech32, 58...58),
        ]

    private static let services =
        ["sk-proj-", "sk-svcacct-", "sk-admin-"].map {
            TokenShape(.openAIKey, $0, .base64URL, 20...longest)
        }
        + ["sk_live_", "sk_test_", "rk_live_", "rk_test_"].map {
            TokenShape(.stripeKey, $0, .alphanumeric, 16...longest)
        }
        + ["xoxb-", "xoxp-", "xoxa-", "xoxo-", "xoxr-", "xoxs-", "xoxe-", "xapp-"].map {
            TokenShape(.slackToken, $0, .hyphenated, 20...longest)
        } + [
            TokenShape(.openAIKey, "sk-", .alphanumeric, 40...64),
            TokenShape(.anthropicKey, "sk-ant-", .base64URL, 32...longest),
            TokenShape(.huggingFaceToken, "hf_", .alphanumeric, 34...40),
            TokenShape(.huggingFaceToken, "api_org_", .alphanumeric, 34...40),
            TokenShape(.twilioKey, "SK", .hex, 32...32),
            TokenShape(.sendGridKey, "SG.", .dotted, 66...66, dot: 22),
        ]
}
