"""Virtio devices (OASIS virtio 1.2, and the legacy interface of 0.9.5 over MMIO).

    discovery   finds devices: MMIO windows, PCI functions
    transport   what a driver needs of the way to its device; mmio and pci are such ways
    queue       the split virtqueue; everything that the device writes is checked
    net, rng    drivers

A device may be hostile or broken: its indices, lengths and configuration are never trusted, and a
device that breaks the rules is given up (`broken`), not followed. Memory that devices write lies
outside the heap, at the same physical address.
"""
