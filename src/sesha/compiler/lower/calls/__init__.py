"""Lower calls: of functions, classes, methods, values, and of what the compiler knows better."""
