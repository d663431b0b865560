"""Lower mypy's checked trees to IR: a file per construct.

program     a program with the guest it can need: declared, settled, ready
declare/    trees -> declarations
settle/     what holds for the whole program
lowerer     full name -> IR of one function, on demand
function    the state that every construct gets; `constructs` says which file lowers which node
functions/  statements/  expressions/  calls/  classes/
dispatch/   what chooses by a receiver's class, once the live classes are known
"""
