"""Name the Linux x86-64 system calls and errors that the process machine uses."""

READ = 0
WRITE = 1
OPEN = 2
CLOSE = 3
MMAP = 9
MPROTECT = 10
PRCTL = 157
CLOCK_GETTIME = 228
EXIT_GROUP = 231
PPOLL = 271
SECCOMP = 317
GETRANDOM = 318

EINTR = 4
EAGAIN = 11
