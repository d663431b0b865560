# Entry of a packed PVH image: 32-bit protected mode, paging off, ebx = address of the start info.
# Unpacks an LZ4 block to where the image is linked, clears itself, and enters the image with ebx as it was.
# The block is part of the same file as this code; that all of it came out is checked at the end.
# Read by sesha/image/pack.py, which gives the linker the symbols.

.section .note.pvh,"a",@note
.balign 4
    .long 4, 8, 18                  # owner's length, value's length, XEN_ELFNOTE_PHYS32_ENTRY
    .asciz "Xen"
    .quad unpack_entry

.section .text.entry,"ax",@progbits
.code32
.globl unpack_entry
unpack_entry:
    cli
    cld
    movl $image_end, %esp           # the top of the image's own first stack
    movl $packed, %esi
    movl $unpacked, %edi
sequence:                           # token: four bits of literals, four of the match
    lodsb
    movzbl %al, %edx
    movl %edx, %ecx
    shrl $4, %ecx
    call length
    rep movsb
    cmpl $packed_end, %esi
    jae all
    xorl %eax, %eax
    lodsw
    movl %edi, %ebp
    subl %eax, %ebp                 # where the match begins
    movl %edx, %ecx
    andl $15, %ecx
    call length
    addl $4, %ecx                   # no match is shorter
    xchgl %esi, %ebp
    rep movsb
    movl %ebp, %esi
    jmp sequence
length:                             # 15 goes on in the bytes that follow, up to one below 255
    cmpl $15, %ecx
    jne 2f
1:  movzbl (%esi), %eax
    incl %esi
    addl %eax, %ecx
    cmpl $255, %eax
    je 1b
2:  ret
all:
    cmpl $unpacked_end, %edi
    je 3f
    ud2
3:  movl $unpack_start, %edi
    movl $unpack_words, %ecx
    xorl %eax, %eax
    movl $image_entry, %edx
    pushl $0xe2ffabf3               # rep stosl; jmp *%edx: outside of what is cleared
    jmp *%esp
