extension GitFolders {
    /// Returns the packs that are not what their sums say, by their full paths.
    ///
    /// Reads all of every pack.
    public func damagedPacks() throws(GitError) -> [String] {
        guard let packs = try Folder.open(common).subfolder("objects")?.subfolder("pack") else {
            return []
        }
        var damaged: [String] = []
        for name in try packs.names().sorted() where name.hasSuffix(".pack") {
            // One that is gone by now was packed into another.
            if try SHA1.sumHolds(of: name, in: packs) == false {
                damaged.append("\(packs.path)/\(name)")
            }
        }
        return damaged
    }

    /// Returns the packs without an index, which git does not read, by their full paths.
    public func packsWithoutIndex() throws(GitError) -> [String] {
        guard let packs = try Folder.open(common).subfolder("objects")?.subfolder("pack") else {
            return []
        }
        let names = Set(try packs.names())
        return names.filter { name in
            name.hasPrefix("pack-") && name.hasSuffix(".pack")
                && !names.contains(name.dropLast(".pack".count) + ".idx")
        }.sorted().map { "\(packs.path)/\($0)" }
    }
}
