"""The x86-64 processor: registers, pages, traps, interrupts, the entry of images."""
