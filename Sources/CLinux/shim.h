// What Linux can do and Swift's view of Glibc leaves out.
#ifndef LAMINA_CLINUX_SHIM_H
#define LAMINA_CLINUX_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

// Behind _GNU_SOURCE in <stdio.h>.
extern int renameat2(int, const char *, int, const char *, unsigned int);
// Behind _DEFAULT_SOURCE in <unistd.h>.
extern long syscall(long, ...);
// Behind _GNU_SOURCE in <unistd.h>.
extern int pipe2(int[2], int);
// Behind _DEFAULT_SOURCE in <spawn.h>.
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);

/// A pipe whose ends other programs do not inherit: the one to read and the one to write; -1 with `errno`.
static inline int lamina_pipe(int *ends) {
    return pipe2(ends, O_CLOEXEC);
}

/// Has a program that is started get nothing but its three streams, whatever this one inherited; an error's number.
static inline int lamina_close_all_but_streams(posix_spawn_file_actions_t *actions) {
    return posix_spawn_file_actions_addclosefrom_np(actions, 3);
}

/// Gives two paths each other's name at once; -1 with `errno`.
static inline int lamina_exchange(const char *one, const char *other) {
    return renameat2(-100 /* AT_FDCWD */, one, -100, other, 1u << 1 /* RENAME_EXCHANGE */);
}

/// Opens a folder below another, itself no symbolic link and nothing that is mounted; -1 with `errno`: EXDEV for the latter.
static inline int lamina_open_folder_within(int parent, const char *name) {
    const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    const struct open_how how = {.flags = (uint64_t)flags, .resolve = RESOLVE_NO_XDEV};
    const long folder = syscall(SYS_openat2, parent, name, &how, sizeof how);
    // Kernels before 5.6 have no such call, and some containers forbid it: other devices are told apart by the caller.
    if (folder < 0 && (errno == ENOSYS || errno == EPERM)) return openat(parent, name, flags);
    return (int)folder;
}

/// Has the kernel end this process by SIGKILL when its parent ends; 0 where it is gone already. Where the kernel may not
/// be asked, the end of its input ends a worker all the same, a little later.
static inline int lamina_end_with_parent(pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    return getppid() == parent;
}

/// How many processors this process may run on: those that a scheduler or `taskset` gives it; 0 where the kernel does not say.
static inline int lamina_processors(void) {
    unsigned long set[1024] = {0}; // for 65,536 of them
    const long size = syscall(SYS_sched_getaffinity, 0, sizeof set, set);
    int count = 0;
    for (long i = 0; i < size / (long)sizeof *set; i++) count += __builtin_popcountl(set[i]);
    return count;
}

/// How much memory this process may take for data, in bytes, for now.
static inline uint64_t lamina_memory_limit(void) {
    struct rlimit limit;
    return getrlimit(RLIMIT_DATA, &limit) == 0 ? limit.rlim_cur : RLIM_INFINITY;
}

/// Limits it for now: up to what the system allows, it can be raised again; -1 with `errno`.
static inline int lamina_set_memory_limit(uint64_t bytes) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_DATA, &limit) != 0) return -1;
    limit.rlim_cur = bytes < limit.rlim_max ? bytes : limit.rlim_max;
    return setrlimit(RLIMIT_DATA, &limit);
}

/// Has no memory of this process written to a file when it crashes.
static inline int lamina_without_core(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_CORE, &limit) != 0) return -1;
    limit.rlim_cur = 0;
    return setrlimit(RLIMIT_CORE, &limit);
}

/// A descriptor that can be read when one of two signals has come, which do nothing else then; -1 with `errno`.
static inline int lamina_watch_signals(int one, int other) {
    sigset_t set;
    sigemptyset(&set);
    const int wanted[] = {one, other};
    for (int i = 0; i < 2; i++) {
        // What was ignored from the start is so for a reason, as nohup has one.
        struct sigaction usual;
        if (sigaction(wanted[i], 0, &usual) == 0 && usual.sa_handler == SIG_IGN) continue;
        sigaddset(&set, wanted[i]);
    }
    if (sigprocmask(SIG_BLOCK, &set, 0) != 0) return -1;
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/// Lets two signals through again; those that came meanwhile do what they usually do.
static inline void lamina_unwatch_signals(int one, int other) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, one);
    sigaddset(&set, other);
    sigprocmask(SIG_UNBLOCK, &set, 0);
}

/// The signal that a watch has seen; 0 for none.
static inline int lamina_seen_signal(int watch) {
    struct signalfd_siginfo info;
    return read(watch, &info, sizeof info) == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

#endif
