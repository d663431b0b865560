"""Lower statements: assignments, loops, match, with, try."""
