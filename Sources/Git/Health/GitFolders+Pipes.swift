#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

extension GitFolders {
    /// Returns the first of the files that git reads which is a pipe, whose reader may wait for ever;
    /// nil where none is.
    public func pipe(ofTop top: String) -> String? {
        var files = [
            "\(own)/HEAD", "\(common)/config", "\(common)/packed-refs", "\(common)/info/attributes",
            "\(common)/info/exclude", "\(own)/logs/HEAD", "\(top)/.gitattributes",
        ]
        if let branch = TipReader.branch(inFolder: own) {
            files += ["\(common)/\(branch)", "\(common)/logs/\(branch)"]
        }
        return files.first { file in
            var status = stat()
            return stat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
        }
    }
}
