"""The machine of a Linux process: system calls, in a sandbox."""
