# Entry of the PVH machine: the monitor jumps to pvh_entry in 32-bit protected mode, paging off,
# ebx = address of the start info. Goes to 64-bit mode over temporary page tables (the first GiB,
# one to one), then on in guest/machine/pvh/start.py, which makes the final ones.
# Read by sesha/image/build.py.

.section .note.pvh,"a",@note
.balign 4
    .long 4, 8, 18                  # owner's length, value's length, XEN_ELFNOTE_PHYS32_ENTRY
    .asciz "Xen"
    .quad pvh_entry

.section .boot.data,"aw",@progbits
.balign 16
.globl gdt
gdt:                                # null, 64-bit code, data, and two words for the task state
    .quad 0
    .quad 0x00af9b000000ffff
    .quad 0x00cf93000000ffff
    .quad 0, 0
gdt_end:
gdt_pointer:
    .word gdt_end - gdt - 1
    .quad gdt
boot_start_info:
    .long 0, 0
.globl fault_handler
fault_handler:                      # set by traps.py
    .quad 0

.section .boot.bss,"aw",@nobits
boot_pml4: .skip 4096            # the linker script gives it whole pages
boot_pdpt: .skip 4096
boot_pd: .skip 4096
boot_stack: .skip 8192
boot_stack_top:

.section .text.entry,"ax",@progbits
.code32
.globl pvh_entry
pvh_entry:
    cli
    cld
    movl %ebx, boot_start_info
    movl $boot_pdpt + 3, boot_pml4
    movl $boot_pd + 3, boot_pdpt
    xorl %ecx, %ecx
1:  movl %ecx, %eax
    shll $21, %eax
    orl $0x83, %eax                 # present, writable, 2 MiB
    movl %eax, boot_pd(,%ecx,8)
    incl %ecx
    cmpl $512, %ecx
    jne 1b
    movl %cr4, %eax
    orl $0x620, %eax                # PAE, OSFXSR, OSXMMEXCPT
    movl %eax, %cr4
    movl $boot_pml4, %eax
    movl %eax, %cr3
    movl $0xc0000080, %ecx          # EFER
    rdmsr
    orl $0x900, %eax                # LME, NXE
    wrmsr
    movl %cr0, %eax
    andl $0x9ffffffb, %eax          # not CD, NW, EM
    orl $0x80010022, %eax           # PG, WP, NE, MP
    movl %eax, %cr0
    lgdt gdt_pointer
    ljmpl $8, $pvh_entry_64
.code64
pvh_entry_64:
    movl $16, %eax
    movl %eax, %ds
    movl %eax, %es
    movl %eax, %ss
    xorl %eax, %eax
    movl %eax, %fs
    movl %eax, %gs
    movq $boot_stack_top, %rsp
    xorl %ebp, %ebp
    movl boot_start_info, %edi
    callq start
    ud2

# One short entry for each processor exception; those without an error code push a zero for it.
.globl fault_entries
.balign 16
fault_entries:
.set vector, 0
.rept 32
    .balign 16
    .if !((vector == 8) || ((vector >= 10) && (vector <= 14)) || (vector == 17) || (vector == 21) || (vector == 29) || (vector == 30))
    pushq $0
    .endif
    pushq $vector
    jmp fault_common
    .set vector, vector + 1
.endr
fault_common:                       # stack: vector, error code, rip, cs, rflags, rsp, ss
    movq %rsp, %rdi
    cld
    andq $-16, %rsp
    callq *fault_handler
    ud2

# The timer and devices only have to end `hlt`: acknowledge and go on.
.globl wake_entry
.balign 16
wake_entry:
    pushq %rax
    movl $0xfee000b0, %eax          # local APIC: end of interrupt
    movl $0, (%rax)
    popq %rax
    iretq
.globl ignore_entry
ignore_entry:
    iretq
