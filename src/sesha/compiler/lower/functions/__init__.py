"""Lower functions: their bodies, what suspends them, inner functions, generic entries."""
