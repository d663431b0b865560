"""Switch on what the processor has against misuse of memory and instructions: SMEP, SMAP, UMIP.

No page of ours is a user's: what these forbid is never needed. CR0.WP and EFER.NXE are set by the entry
code (pvh_entry.s), which cannot do without them.
"""

from sesha.guest.cpu.x86_64.registers import LOW, cpuid_ax_dx, cpuid_bx_cx, read_cr4, write_cr4

FEATURES_LEAF = 7
SMEP_FEATURE = 1 << 7
SMAP_FEATURE = 1 << 20
UMIP_FEATURE = 1 << 34
"""In ECX, which cpuid_bx_cx gives as the high half."""
CR4_UMIP = 1 << 11
CR4_SMEP = 1 << 20
CR4_SMAP = 1 << 21


def enable() -> None:
    """Called once by the start code."""
    if cpuid_ax_dx(0) & LOW < FEATURES_LEAF:
        return
    features = cpuid_bx_cx(FEATURES_LEAF)
    wanted = read_cr4()
    if features & SMEP_FEATURE != 0:
        wanted |= CR4_SMEP
    if features & SMAP_FEATURE != 0:
        wanted |= CR4_SMAP
    if features & UMIP_FEATURE != 0:
        wanted |= CR4_UMIP
    write_cr4(wanted)
