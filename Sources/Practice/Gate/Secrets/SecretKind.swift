/// The kinds of secrets that never enter a memory.
public enum SecretKind: String, Hashable, Sendable, CaseIterable {
    /// An AWS access key id.
    case awsAccessKey = "aws-access-key"
    /// An AWS secret access key, next to its name.
    case awsSecretKey = "aws-secret-key"
    /// A GitHub token, classic or fine-grained.
    case gitHubToken = "github-token"
    /// A GitLab token.
    case gitLabToken = "gitlab-token"
    /// A Google API key.
    case googleKey = "google-api-key"
    /// The key id of a Google service account, next to its name.
    case serviceAccountKey = "service-account-key"
    /// An OpenAI key.
    case openAIKey = "openai-key"
    /// An Anthropic key.
    case anthropicKey = "anthropic-key"
    /// A Hugging Face token.
    case huggingFaceToken = "hugging-face-token"
    /// A Slack token.
    case slackToken = "slack-token"
    /// The address of a Slack hook.
    case slackHook = "slack-hook"
    /// A Stripe key, live or test.
    case stripeKey = "stripe-key"
    /// A Twilio API key.
    case twilioKey = "twilio-key"
    /// A SendGrid key.
    case sendGridKey = "sendgrid-key"
    /// An npm token.
    case npmToken = "npm-token"
    /// A PyPI token.
    case pyPIToken = "pypi-token"
    /// A private key in PEM form.
    case privateKey = "private-key"
    /// A signed JSON web token.
    case jsonWebToken = "json-web-token"
    /// A HashiCorp Vault token.
    case vaultToken = "vault-token"
    /// An Azure storage key, shared-access key or signature, or client secret.
    case azureKey = "azure-key"
    /// A DigitalOcean token.
    case digitalOceanToken = "digitalocean-token"
    /// A Databricks token.
    case databricksToken = "databricks-token"
    /// An age identity.
    case ageKey = "age-key"
    /// A password inside a URL.
    case urlPassword = "url-password"
    /// The credentials of an `Authorization` header.
    case authorizationHeader = "authorization-header"
}
