import Clibgit2

/// Merges two versions of a file line by line; nil when they changed the same lines.
func mergedBytes(
    ancestor: [UInt8], ours: [UInt8], theirs: [UInt8]
) throws(GitError) -> [UInt8]? {
    var result = git_merge_file_result()
    defer { git_merge_file_result_free(&result) }
    let status = withInput(ancestor) { ancestor in
        withInput(ours) { ours in
            withInput(theirs) { theirs in
                git_merge_file(&result, ancestor, ours, theirs, nil)
            }
        }
    }
    try check(status, "git_merge_file")
    guard result.automergeable == 1 else { return nil }
    return Array(UnsafeRawBufferPointer(start: result.ptr, count: result.len))
}

private func withInput(
    _ bytes: [UInt8], _ body: (UnsafePointer<git_merge_file_input>) -> Int32
) -> Int32 {
    bytes.withUnsafeBytes { bytes in
        var input = git_merge_file_input()
        git_merge_file_input_init(&input, UInt32(GIT_MERGE_FILE_INPUT_VERSION))
        input.ptr = bytes.assumingMemoryBound(to: CChar.self).baseAddress
        input.size = bytes.count
        return body(&input)
    }
}
