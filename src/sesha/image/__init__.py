"""Make the file that runs: LLVM output, linker scripts, the manifest, packing."""
