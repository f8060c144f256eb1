import Foundation
import Testing

/// A kind of repository that a memory cannot be written in, made by the real git where it can.
struct UnsupportedRepository: Sendable, CustomTestStringConvertible {
    let name: String
    /// Commands that can go on, because they write no file that the feature is about.
    var unaffected: Set<String> = []
    /// The oldest git that knows the commands of the hint.
    var cureNeeds = "2.36"
    let make: @Sendable (Scratch) throws -> Void

    var testDescription: String { name }

    static let all = formats + clones + indexes + places

    private static let formats = [
        UnsupportedRepository(name: "sha256") { scratch in
            try scratch.copyMemory(into: "--object-format=sha256")
        },
        UnsupportedRepository(name: "reftable", cureNeeds: "2.46") { scratch in
            guard try scratch.git("init", "-h").contains("--ref-format") else {
                return try scratch.configure("extensions.refstorage=reftable")
            }
            try scratch.copyMemory(into: "--ref-format=reftable")
        },
        UnsupportedRepository(name: "relative-worktrees", cureNeeds: "2.48") { scratch in
            try scratch.configure("extensions.relativeWorktrees=true")
        },
        UnsupportedRepository(name: "worktree-settings") { scratch in
            try scratch.configure("extensions.worktreeConfig=true")
        },
        UnsupportedRepository(name: "worktree-settings") { scratch in
            try scratch.git("config", "extensions.worktreeConfig", "true")
        },
        UnsupportedRepository(name: "format-version", cureNeeds: "99") { scratch in
            try scratch.git("config", "core.repositoryformatversion", "2")
        },
        UnsupportedRepository(name: "other-extension") { scratch in
            try scratch.configure("extensions.preciousObjects=true")
        },
    ]

    private static let clones = [
        UnsupportedRepository(name: "shallow") { scratch in
            try scratch.cloneMemory("--depth=1")
        },
        UnsupportedRepository(name: "partial") { scratch in
            try scratch.cloneMemory("--filter=blob:none")
        },
        UnsupportedRepository(name: "partial-by-extension") { scratch in
            try scratch.cloneMemory("--filter=blob:none")
            try scratch.git("config", "extensions.partialClone", "origin")
        },
    ]

    private static let indexes = [
        UnsupportedRepository(name: "sparse") { scratch in
            try scratch.git("sparse-checkout", "set", "skills", "strategies")
        },
        UnsupportedRepository(name: "sparse") { scratch in
            try scratch.git("sparse-checkout", "set", "--sparse-index", "skills")
        },
        UnsupportedRepository(name: "sparse") { scratch in
            try scratch.git("config", "core.sparseCheckout", "true")
        },
        UnsupportedRepository(name: "sparse-index") { scratch in
            try scratch.git("config", "index.sparse", "true")
        },
        UnsupportedRepository(name: "sparse-index") { scratch in
            try scratch.git("sparse-checkout", "set", "--sparse-index", "skills")
            for setting in ["core.sparseCheckout", "index.sparse"] {
                try scratch.git("config", "--worktree", setting, "false")
            }
            try scratch.git("config", "--unset", "extensions.worktreeConfig")
        },
        UnsupportedRepository(name: "split-index") { scratch in
            try scratch.git("update-index", "--split-index")
        },
        UnsupportedRepository(name: "split-index-by-setting") { scratch in
            try scratch.git("config", "core.splitIndex", "true")
        },
        UnsupportedRepository(name: "index-without-sum") { scratch in
            try scratch.git("config", "index.skipHash", "true")
        },
        UnsupportedRepository(name: "index-without-sum") { scratch in
            let index = URL(fileURLWithPath: scratch.top + "/.git/index")
            let bytes = try Data(contentsOf: index)
            try (bytes.dropLast(20) + Data(count: 20)).write(to: index)
        },
    ]

    private static let places = [
        UnsupportedRepository(name: "redirected") { scratch in
            try scratch.git("config", "core.worktree", "/var/empty")
        },
        UnsupportedRepository(name: "bare-by-setting") { scratch in
            try scratch.git("config", "core.bare", "true")
        },
        UnsupportedRepository(name: "detached") { scratch in
            try scratch.git("checkout", "-q", "--detach")
        },
        UnsupportedRepository(name: "head-outside-branches") { scratch in
            try scratch.git("symbolic-ref", "HEAD", "refs/etude/traces/agent")
        },
        UnsupportedRepository(name: "filter", unaffected: Self.writingNoStrategy) {
            try $0.give("filter=crypt", to: "/strategies/**")
        },
        UnsupportedRepository(name: "encoding", unaffected: Self.writingNoStrategy) {
            try $0.give("working-tree-encoding=UTF-16", to: "/strategies/**")
        },
    ]

    private static let writingNoStrategy: Set = ["record", "revert", "skills", "snapshot"]

    /// Belongs to somebody else; only the superuser can make it so.
    static let foreign = UnsupportedRepository(name: "foreign") { scratch in
        _ = try scratch.shell("chown -R 65534 .")
    }
}

extension Scratch {
    /// Raises the format's version to 1, which makes an extension count, and sets that.
    fileprivate func configure(_ setting: String) throws {
        let parts = setting.split(separator: "=").map(String.init)
        try git("config", parts[0], parts[1])
        try git("config", "core.repositoryformatversion", "1")
    }

    /// Puts a clone of the memory in its place.
    fileprivate func cloneMemory(_ option: String) throws {
        let origin = folder + "/origin"
        try FileManager.default.moveItem(atPath: top, toPath: origin)
        try git("config", "uploadpack.allowFilter", "true", at: origin)
        try git("clone", "-q", option, "file://" + origin, top, at: folder)
    }

    /// Puts the files of the memory into a repository made with another option.
    fileprivate func copyMemory(into option: String) throws {
        try FileManager.default.removeItem(atPath: top + "/.git")
        try git("init", "-q", "-b", "main", option)
        try commitByHand()
    }

    fileprivate func give(_ attribute: String, to pattern: String) throws {
        try write(read(".gitattributes") + "\(pattern) \(attribute)\n", to: ".gitattributes")
        try commitByHand()
    }
}
