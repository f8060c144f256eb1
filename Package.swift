// swift-tools-version: 6.2
import PackageDescription

let wrapping: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]
let settings = wrapping + [.strictMemorySafety()]

/// The files of a new memory, and the schemas, which the program carries with it.
let embedded: [Resource] =
    [
        "CHARTER.md", "README.md", "AGENTS.md", ".gitattributes", ".github/CODEOWNERS",
        ".github/pull_request_template.md", ".github/workflows/check.yml",
        ".gitlab/merge_request_templates/default.md",
    ].map { .embedInCode("Template/\($0)") }
    + ["charter", "competency", "scenario", "skill", "strategy", "trace"].map {
        .embedInCode("Schemas/\($0).json")
    }

let package = Package(
    name: "etude",
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "etude", targets: ["etude"]),
        .library(name: "Etude", targets: ["EtudeRuntime"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "Clibgit2", path: "Sources/Clibgit2", pkgConfig: "libgit2",
            providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
        .target(
            name: "EtudeGit",
            dependencies: ["Clibgit2", .product(name: "Crypto", package: "swift-crypto")],
            path: "Sources/Git",
            swiftSettings: wrapping),
        .target(name: "EtudeDocuments", path: "Sources/Documents", swiftSettings: settings),
        .target(name: "EtudeDomain", path: "Sources/Domain", swiftSettings: settings),
        .target(
            name: "EtudeStore", dependencies: ["EtudeGit", "EtudeDocuments", "EtudeDomain"],
            path: "Sources/Store", swiftSettings: settings),
        .target(
            name: "EtudeRecall", dependencies: ["EtudeDomain"], path: "Sources/Recall",
            swiftSettings: settings),
        .target(
            name: "EtudePractice", dependencies: ["EtudeDomain"], path: "Sources/Practice",
            swiftSettings: settings),
        .target(
            name: "EtudeReview", dependencies: ["EtudeDomain"], path: "Sources/Review",
            swiftSettings: settings),
        .target(
            name: "EtudeAgents",
            dependencies: [
                "EtudeDomain", .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            path: "Sources/Agents", swiftSettings: settings),
        .target(
            name: "EtudeRuntime",
            dependencies: [
                "EtudeGit", "EtudeDocuments", "EtudeDomain", "EtudeStore", "EtudeRecall",
                "EtudePractice", "EtudeReview", "EtudeAgents",
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Sources/Runtime", resources: embedded, swiftSettings: settings),
        .executableTarget(
            name: "etude",
            dependencies: [
                "EtudeDocuments", "EtudeDomain", "EtudeRecall", "EtudeReview", "EtudeAgents",
                "EtudeRuntime",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Sources/CLI", swiftSettings: settings),
        .target(name: "EtudeTestSupport", path: "Tests/Support", swiftSettings: settings),
        .testTarget(
            name: "EtudeGitTests", dependencies: ["Clibgit2", "EtudeGit", "EtudeTestSupport"],
            path: "Tests/GitTests", swiftSettings: settings),
        .testTarget(
            name: "EtudeDocumentsTests",
            dependencies: [
                "EtudeTestSupport", "EtudeDocuments", .product(name: "Yams", package: "Yams"),
            ],
            path: "Tests/DocumentsTests", exclude: ["Snapshots"], swiftSettings: settings),
        .testTarget(
            name: "EtudeDomainTests", dependencies: ["EtudeDomain"], path: "Tests/DomainTests",
            swiftSettings: settings),
        .testTarget(
            name: "EtudePracticeTests",
            dependencies: ["EtudeTestSupport", "EtudePractice", "EtudeDomain"],
            path: "Tests/PracticeTests", swiftSettings: settings),
        .executableTarget(
            name: "etude-benchmark",
            dependencies: [
                "EtudeDocuments", "EtudeDomain", "EtudeGit", "EtudeRecall", "EtudeRuntime",
                "EtudeStore",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/Benchmark", swiftSettings: wrapping),
        .target(
            name: "EtudeTorture",
            dependencies: [
                "EtudeDomain", "EtudeGit", "EtudeRuntime", "EtudeStore",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/Torture/Kit", swiftSettings: wrapping),
        .executableTarget(
            name: "etude-torture",
            dependencies: [
                "EtudeTorture", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Torture/Program", swiftSettings: wrapping),
        .testTarget(
            name: "EtudeTortureTests", dependencies: ["EtudeTorture", "EtudeRuntime", "etude"],
            path: "Tests/TortureTests", swiftSettings: wrapping),
        .testTarget(
            name: "EtudeAgentsTests",
            dependencies: ["EtudeTestSupport", "EtudeAgents", "EtudeDomain"],
            path: "Tests/AgentsTests", exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "EtudeStoreTests",
            dependencies: [
                "EtudeTestSupport", "EtudeStore", "EtudeGit", "EtudeDocuments", "EtudeDomain",
            ],
            path: "Tests/StoreTests", exclude: ["Snapshots"], swiftSettings: settings),
        .testTarget(
            name: "EtudeRecallTests",
            dependencies: ["EtudeTestSupport", "EtudeRecall", "EtudeDomain"],
            path: "Tests/RecallTests", swiftSettings: settings),
        .testTarget(
            name: "EtudeReviewTests", dependencies: ["EtudeReview", "EtudeDomain"],
            path: "Tests/ReviewTests", swiftSettings: settings),
        .testTarget(
            name: "EtudeArchitectureTests", path: "Tests/ArchitectureTests",
            swiftSettings: settings),
        .testTarget(
            name: "EtudeRuntimeTests",
            dependencies: [
                "EtudeTestSupport", "EtudeGit", "EtudeDocuments", "EtudeDomain", "EtudeStore",
                "EtudeRecall", "EtudePractice", "EtudeReview", "EtudeAgents", "EtudeRuntime",
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/RuntimeTests", exclude: ["Snapshots"], swiftSettings: settings),
        .testTarget(
            name: "EtudeCLITests",
            dependencies: [
                "EtudeTestSupport", "EtudeDomain", "EtudeGit", "etude",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/CLITests", exclude: ["Snapshots"], swiftSettings: settings),
    ]
)

// Links only where libFuzzer brings `main`, so that it is there for `make fuzz` alone.
if Context.environment["ETUDE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "etude-fuzz", dependencies: ["EtudeDocuments", "EtudeDomain", "EtudeStore"],
            path: "Tests/Fuzz", exclude: ["Corpus", "words.dict"], swiftSettings: settings))
}
