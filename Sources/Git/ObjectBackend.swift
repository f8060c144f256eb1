import Clibgit2

/// Hands ``LooseObjects`` to libgit2, which asks for them through a table of C functions.
enum ObjectBackend {
    /// Makes the table; libgit2 frees it, and lets go of `objects` then.
    static func make(
        for objects: LooseObjects
    ) throws(GitError) -> UnsafeMutablePointer<git_odb_backend> {
        let backend = UnsafeMutablePointer<etude_object_backend>.allocate(capacity: 1)
        backend.initialize(to: etude_object_backend())
        backend.pointee.objects = Unmanaged.passRetained(objects).toOpaque()
        let parent = UnsafeMutableRawPointer(backend).assumingMemoryBound(to: git_odb_backend.self)
        try check(
            git_odb_init_backend(parent, UInt32(GIT_ODB_BACKEND_VERSION)), "git_odb_init_backend")
        setReading(parent)
        setFinding(parent)
        setWriting(parent)
        return parent
    }

    private static func setReading(_ backend: UnsafeMutablePointer<git_odb_backend>) {
        backend.pointee.read = { bytes, size, kind, backend, id in
            answering(backend) { objects throws(GitError) in
                guard let backend, let id else { return GIT_ENOTFOUND }
                guard let object = try objects.object(ObjectID(id.pointee)) else {
                    return GIT_ENOTFOUND
                }
                return hand(over: object, to: backend, bytes, size, kind)
            }
        }
        backend.pointee.read_header = { size, kind, backend, id in
            answering(backend) { objects throws(GitError) in
                guard let id, let object = try objects.object(ObjectID(id.pointee)) else {
                    return GIT_ENOTFOUND
                }
                size?.pointee = object.bytes.count
                kind?.pointee = object.kind
                return GIT_OK
            }
        }
        backend.pointee.read_prefix = { found, bytes, size, kind, backend, start, length in
            answering(backend) { objects throws(GitError) in
                guard let backend, let start else { return GIT_ENOTFOUND }
                let ids = try objects.names(startingWith: ObjectID(start.pointee), length)
                guard ids.count < 2 else { return GIT_EAMBIGUOUS }
                guard let id = ids.first, let object = try objects.object(id) else {
                    return GIT_ENOTFOUND
                }
                found?.pointee = id.raw
                return hand(over: object, to: backend, bytes, size, kind)
            }
        }
    }

    private static func setFinding(_ backend: UnsafeMutablePointer<git_odb_backend>) {
        backend.pointee.exists = { backend, id in
            guard let objects = objects(of: backend), let id else { return 0 }
            return (try? objects.isThere(ObjectID(id.pointee))) == true ? 1 : 0
        }
        backend.pointee.exists_prefix = { found, backend, start, length in
            answering(backend) { objects throws(GitError) in
                guard let start else { return GIT_ENOTFOUND }
                let ids = try objects.names(startingWith: ObjectID(start.pointee), length)
                guard let id = ids.first else { return GIT_ENOTFOUND }
                found?.pointee = id.raw
                return ids.count < 2 ? GIT_OK : GIT_EAMBIGUOUS
            }
        }
    }

    private static func setWriting(_ backend: UnsafeMutablePointer<git_odb_backend>) {
        backend.pointee.write = { backend, id, bytes, size, kind in
            answering(backend) { objects throws(GitError) in
                guard let id else { return GIT_ERROR }
                let object = LooseObject(
                    kind: kind, bytes: Array(UnsafeRawBufferPointer(start: bytes, count: size)))
                try objects.write(object, as: ObjectID(id.pointee))
                return GIT_OK
            }
        }
        backend.pointee.freshen = { backend, id in
            answering(backend) { objects throws(GitError) in
                guard let id else { return GIT_ENOTFOUND }
                return try objects.freshen(ObjectID(id.pointee)) ? GIT_OK : GIT_ENOTFOUND
            }
        }
        backend.pointee.free = { backend in
            guard let table = table(of: backend) else { return }
            Unmanaged<LooseObjects>.fromOpaque(table.pointee.objects).release()
            table.deallocate()
        }
    }
}

// C functions can use no more than what stands outside of types.

/// Turns what `body` throws into libgit2's way of telling it.
private func answering(
    _ backend: UnsafeMutablePointer<git_odb_backend>?,
    _ body: (LooseObjects) throws(GitError) -> git_error_code
) -> Int32 {
    guard let objects = objects(of: backend) else { return GIT_ERROR.rawValue }
    objects.failure = nil
    do throws(GitError) {
        return try body(objects).rawValue
    } catch {
        objects.failure = error
        git_error_set_str(Int32(GIT_ERROR_ODB.rawValue), error.message)
        return (error.code == .damagedObject ? GIT_EMISMATCH : GIT_ERROR).rawValue
    }
}

private func objects(
    of backend: UnsafeMutablePointer<git_odb_backend>?
) -> LooseObjects? {
    table(of: backend).map {
        Unmanaged<LooseObjects>.fromOpaque($0.pointee.objects).takeUnretainedValue()
    }
}

private func table(
    of backend: UnsafeMutablePointer<git_odb_backend>?
) -> UnsafeMutablePointer<etude_object_backend>? {
    UnsafeMutableRawPointer(backend)?.assumingMemoryBound(to: etude_object_backend.self)
}

/// Gives libgit2 a copy of an object, in memory that libgit2 frees.
private func hand(
    over object: LooseObject, to backend: UnsafeMutablePointer<git_odb_backend>,
    _ bytes: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ size: UnsafeMutablePointer<Int>?,
    _ kind: UnsafeMutablePointer<git_object_t>?
) -> git_error_code {
    let count = object.bytes.count
    guard let copy = git_odb_backend_data_alloc(backend, count + 1) else { return GIT_ERROR }
    copy.copyMemory(from: object.bytes, byteCount: count)
    bytes?.pointee = copy
    size?.pointee = count
    kind?.pointee = object.kind
    return GIT_OK
}
