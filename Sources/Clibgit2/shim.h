#ifndef ETUDE_LIBGIT2_SHIM_H
#define ETUDE_LIBGIT2_SHIM_H
#include <git2.h>
#include <git2/odb_backend.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>
#include <zlib.h>

#if LIBGIT2_VER_MAJOR != 1 || LIBGIT2_VER_MINOR < 5
#error "etude needs libgit2 1.5 to 1.9"
#endif

// libgit2 1.8 moved git_error_clear out of the main header.
#if __has_include(<git2/sys/errors.h>)
#include <git2/sys/errors.h>
#endif

// git_libgit2_opts is variadic, and Swift does not import variadic C functions.
static inline int etude_git_set_search_path(int level, const char *path) {
    return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}
static inline int etude_git_set_strict_objects(int enabled) {
    return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_OBJECT_CREATION, enabled);
}
static inline int etude_git_set_cached_tree_size(size_t bytes) {
    return git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, bytes);
}
static inline int etude_git_set_synced_writes(int enabled) {
    return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, enabled);
}
static inline int etude_git_set_strict_hashes(int enabled) {
    return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

// A backend of libgit2 for the objects that somebody else, named by the pointer, keeps.
typedef struct {
    git_odb_backend parent;
    void *objects;
} etude_object_backend;

#if defined(__linux__)
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

// The C library hides renameat2 behind a feature macro; 2 is RENAME_EXCHANGE.
static inline int etude_exchange(int from, const char *old, int to, const char *new_name) {
#if defined(SYS_renameat2)
    return (int)syscall(SYS_renameat2, from, old, to, new_name, 2u);
#else
    errno = ENOSYS;
    return -1;
#endif
}
#elif defined(__APPLE__)
#include <stdio.h>

static inline int etude_exchange(int from, const char *old, int to, const char *new_name) {
    return renameatx_np(from, old, to, new_name, RENAME_SWAP);
}
#endif
#endif
