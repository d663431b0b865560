# Entry of the process machine: Linux jumps here with the initial stack (argc, argv, envp, auxv).
# Read by sesha/image/build.py; goes on in guest/machine/process/start.py.
.section .text.entry,"ax",@progbits
.globl _start
.type _start,@function
_start:
    xorl %ebp, %ebp
    movq %rsp, %rdi
    andq $-16, %rsp
    callq start
    ud2

# Where Linux lets the handler of a signal return to (machine/process/signals.py): rt_sigreturn.
.globl signal_return
signal_return:
    movl $15, %eax
    syscall
    ud2
