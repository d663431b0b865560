"""Make `check_bound` real: dropped where the local is certainly set, else a test that raises.

Before:  check_bound [name=x variable=x]
After:   branch (x is UNSET) -> failure: call unset_local("x")
A raw local that may be unset gets a flag beside it.
"""

from sesha.compiler.analysis.assignment import certain_checks
from sesha.compiler.ir.builder import boolean, raw_word, static
from sesha.compiler.ir.function import Function, Op
from sesha.compiler.transform.rewriter import Rewriter
from sesha.compiler.types.representation import Repr
from sesha.guest.abi import layout

FAILURE = "sesha.guest.builtins.operators_errors.unset_local"


def check_locals(function: Function) -> None:
    """Settle every check_bound of the function."""
    checks = [o for b in function.blocks for o in b.operations if o.opcode == "check_bound"]
    if not checks:
        return
    certain = certain_checks(function)
    open_checks = [o for o in checks if id(o) not in certain]
    flagged = {
        str(o.attributes["name"])
        for o in open_checks
        if function.locals[str(o.attributes["name"])] is not Repr.WORD
    }
    for name in flagged:
        function.locals[f"{name}.bound"] = Repr.BOOL
    _rewrite(function, certain, flagged)


def _rewrite(function: Function, certain: set[int], flagged: set[str]) -> None:
    rewriter = Rewriter(function)
    for index, block in enumerate(list(function.blocks)):
        old = rewriter.open(block)
        if index == 0:
            for name in sorted(flagged):
                rewriter.emit("set", boolean(False), name=f"{name}.bound")
        for operation in old:
            if operation.opcode == "check_bound":
                if id(operation) not in certain:
                    _expand(rewriter, function, operation)
                continue
            rewriter.keep(operation)
            if operation.opcode == "set" and operation.attributes["name"] in flagged:
                rewriter.emit("set", boolean(True), name=f"{operation.attributes['name']}.bound")
    rewriter.finish()


def _expand(rewriter: Rewriter, function: Function, operation: Op) -> None:
    name, variable = str(operation.attributes["name"]), str(operation.attributes["variable"])
    rewriter.line, rewriter.handler = operation.line, operation.handler
    if function.locals[name] is Repr.WORD:
        value = rewriter.emit("get", result=Repr.WORD, name=name)
        unset = rewriter.emit("same", value, raw_word(layout.UNSET))
    else:
        unset = rewriter.emit("not", rewriter.emit("get", result=Repr.BOOL, name=f"{name}.bound"))
    failed, fine = rewriter.new_block("unbound"), rewriter.new_block("bound")
    rewriter.emit("branch", rewriter.emit("unlikely", unset), targets=[failed, fine])
    rewriter.place(failed)
    rewriter.emit("call", static(variable), result=Repr.VOID, name=FAILURE)
    rewriter.emit("unreachable")
    rewriter.place(fine)
    rewriter.handler = None
