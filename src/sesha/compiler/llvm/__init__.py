"""Turn a closed world into LLVM IR text, bitcode and objects. The only importer of llvmlite."""
