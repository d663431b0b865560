"""Lower classes: their definitions, constructors, variables, and the methods that nobody wrote."""
