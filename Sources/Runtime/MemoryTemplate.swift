/// The files of a new memory: those of `memory-template/`, embedded when the program is built.
public enum MemoryTemplate {
    /// A file of a new memory.
    public struct File: Sendable {
        /// Its path from the top of the memory.
        public let path: String
        /// What it holds.
        public let bytes: [UInt8]
    }

    /// Every file of a new memory.
    public static let files = [
        File(path: "CHARTER.md", bytes: PackageResources.CHARTER_md),
        File(path: "README.md", bytes: PackageResources.README_md),
        File(path: "AGENTS.md", bytes: PackageResources.AGENTS_md),
        File(path: ".gitattributes", bytes: PackageResources._gitattributes),
        File(path: ".github/CODEOWNERS", bytes: PackageResources.CODEOWNERS),
        File(
            path: ".github/pull_request_template.md",
            bytes: PackageResources.pull_request_template_md),
        File(path: ".github/workflows/check.yml", bytes: PackageResources.check_yml),
        File(
            path: ".gitlab/merge_request_templates/default.md", bytes: PackageResources.default_md),
    ]
}
