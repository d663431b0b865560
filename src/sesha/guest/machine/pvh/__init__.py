"""The machine under QEMU: booted by PVH, with virtio devices."""
