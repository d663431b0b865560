"""Run images: as a process, under QEMU. The host's side of guest/machine."""
