"""What differs between machines: a folder each, with the same names in each."""
