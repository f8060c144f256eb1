import EtudeAgents
import EtudeDocuments
import EtudeDomain
import EtudeGit
import EtudeStore

/// Runs `body`, and words a failure of the store for people.
func worded<Result>(_ body: () async throws(StoreError) -> Result) async throws(Failure) -> Result {
    do { return try await body() } catch { throw Failure(error) }
}

extension Failure {
    /// Words a failure of the store.
    init(_ error: StoreError) {
        switch error {
        case .notAMemory(let folder):
            self.init(
                "'\(folder)' is not a memory: it holds no CHARTER.md",
                hint: "run 'etude init \(folder)' to make one, or name another with --memory")
        case .bare(let folder):
            self.init(
                "'\(folder)' is a bare repository: it holds no files",
                hint: "clone it, and name the clone: git clone \(folder) FOLDER")
        case .notARepository(let folder):
            self.init(
                "'\(folder)' does not lie in a git repository",
                hint: "run 'git init' there, or 'etude init' for a new memory")
        case .unborn(let branch):
            self.init(
                "the branch '\(branch)' has no commit yet, so there is no memory to read",
                hint: "run 'git add CHARTER.md' and 'git commit', or 'etude init'")
        case .newerFormat(let version, let path):
            self.init(
                "this memory has format version \(version), and this etude reads version 1",
                at: Spot(path: path), hint: "install a newer etude; nothing was changed")
        case .charter(let problem): self.init(problem)
        case .noRevision(let name):
            self.init(
                "no revision is called '\(name)'",
                hint: "'etude log' and 'git branch -a' list what there is")
        case .unwritable(let path, let problem):
            self.init("this cannot be written to '\(path)': \(problem.message)")
        case .badPath(let path):
            self.init("'\(path)' cannot be a path in a memory")
        case .noStrategy(let id):
            self.init(
                "no strategy has the id '\(id)'", hint: "'etude log' lists the strategies learned")
        case .skillExists(let skill):
            self.init("the skill '\(skill)' exists already")
        case .noSkill(let skill, let suggestion):
            self.init(unknownSkill: skill.text, suggestion: suggestion?.text)
        case .conflict(let paths):
            self.init(
                "later commits changed the same lines, so nothing was taken back", details: paths,
                hint: "take the later commits back first, or edit the files by hand")
        case .nothingToRevert(let id):
            self.init("the commit \(id.short) changed nothing in this memory")
        case .late(let limit):
            self.init(
                "the memory could not be read within \(limit)",
                hint:
                    "try again; 'etude status' waits for it, and 'etude doctor' looks for what is wrong",
                kind: .busy)
        case .git(let error): self.init(error)
        }
    }

    /// Words that a skill is not known.
    init(unknownSkill skill: String, suggestion: String?) {
        self.init(
            "no skill is called '\(skill)'",
            hint: suggestion.map { "did you mean '\($0)'?" }
                ?? "'etude skills' lists them; a new one is a file 'skills/\(skill)/skill.md'")
    }

    /// Words a problem with one entry.
    init(_ problem: EntryProblem) {
        let spot = Spot(
            path: problem.path, line: problem.place?.line, column: problem.place?.column ?? 1,
            length: problem.place?.length ?? 1, excerpt: problem.excerpt)
        self.init(problem.message, at: spot, hint: problem.hint)
    }

    /// Words a failure of an agent or a coach.
    init(_ error: AgentError) {
        switch error {
        case .notRun(let command, let reason):
            self.init("the program '\(command)' could not be run", details: [reason])
        case .failed(let command, let status, let text):
            self.init(
                "the program '\(command)' ended with \(status)",
                details: text.split(separator: "\n").map(String.init),
                hint: "it has to exit with 0 and write its answer to standard output")
        case .timedOut(let command, let limit):
            self.init(
                "the program '\(command)' gave no answer within \(limit)",
                hint: "raise --time-limit")
        case .unreadable(let command, let reason):
            self.init("the answer of the program '\(command)' cannot be read: \(reason)")
        }
    }

    static let askingTheDoctor = "'etude doctor' looks for what is broken"
    static let healing = "run 'etude doctor --fix': "
    static let remakingTheIndex =
        healing + "it is made anew from the last commit, and no file changes; what was staged has "
        + "to be staged again"

    /// Words a failure of the git layer.
    init(_ error: GitError) {
        let files = error.paths.map(\.text)
        switch error.code {
        case .locked:
            self.init(
                "the memory is in use: \(error.message)", details: files,
                hint: "try again; if nobody is at work, 'etude doctor' says more", kind: .busy)
        case .modified:
            self.init("somebody else wrote at the same moment", hint: "try again", kind: .busy)
        case .dirty(let path):
            self.init(
                "'\(path)' has uncommitted edits, which are left alone",
                hint: "commit them, or put them aside with 'git stash', and try again")
        case .inTheWay(let path):
            self.init(
                "something else lies at '\(path)', where a file has to be written",
                hint: "move it out of the way, and try again")
        case .detached:
            self.init(
                "HEAD is detached, so there is no branch to commit to",
                hint: "run 'git switch BRANCH' first; a rebase or bisect has to end before that"
            )
        case .notOwner(let folder):
            self.init(
                "the repository belongs to another user",
                hint: "if you trust it: git config --global --add safe.directory "
                    + (folder.map { "'\($0)'" } ?? "FOLDER"))
        case .bareRepository:
            self.init(
                "this repository cannot be used: \(error.message)",
                hint: "if its files lie beside '.git', run 'git config core.bare false'")
        case .unsupported(let feature): self.init(feature)
        case .damaged: self.init(error.message, hint: Self.remakingTheIndex)
        case .damagedObject:
            self.init(
                "a part of the memory cannot be read: \(error.message)",
                hint:
                    "'git fsck' names all that is damaged; delete such a file, then 'git hash-object -w "
                    + "FILE' makes it anew from a file that is still there unchanged, and another "
                    + "clone's '.git/objects' has the rest")
        case .damagedPack:
            self.init(
                "the index of a pack cannot be trusted: \(error.message)",
                hint: "delete it; then 'git index-pack FILE.pack' makes a pack's index anew, and "
                    + "'git multi-pack-index write' one of several packs")
        case .mergeCommit:
            self.init(
                "a merge cannot be taken back as one: \(error.message)",
                hint: "take back what it brought: by id, or with --skill, --agent or --since")
        case .unchanged: self.init("there is nothing to change")
        case .invalid: self.init(error.message, details: files)
        case .system(let code): self.init(system: code, error)
        default:
            self.init(
                "git says: \(error.message)", details: files + ["in \(error.function)"],
                hint: Self.askingTheDoctor)
        }
    }
}
