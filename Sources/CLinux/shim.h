// What Linux can do and Swift's view of Glibc leaves out.
#ifndef LAMINA_CLINUX_SHIM_H
#define LAMINA_CLINUX_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <signal.h>
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

/// Has the kernel end this process by SIGKILL when its parent ends; 0 where it is gone already.
static inline int lamina_end_with_parent(pid_t parent) {
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent;
}

/// Limits the memory that this process may take for data, in bytes; -1 with `errno`.
static inline int lamina_limit_memory(uint64_t bytes) {
    const struct rlimit limit = {bytes, bytes};
    return setrlimit(RLIMIT_DATA, &limit);
}

/// Limits the size of any file that this process writes, in bytes; -1 with `errno`.
static inline int lamina_limit_files(uint64_t bytes) {
    const struct rlimit limit = {bytes, bytes};
    return setrlimit(RLIMIT_FSIZE, &limit);
}

/// Has no memory of this process written to a file when it crashes.
static inline int lamina_without_core(void) {
    const struct rlimit limit = {0, 0};
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
