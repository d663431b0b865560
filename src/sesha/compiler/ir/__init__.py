"""The typed intermediate representation: operations table, functions, builder, printer, checker,
interpreter. Imports only `types`."""
