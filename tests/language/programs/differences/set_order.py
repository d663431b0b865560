"""Sets keep the order of insertion."""
# differs: one table for dict and set, in the order of insertion

print({30, 7, 100, 2}, list({"b", "a", "c"}))
