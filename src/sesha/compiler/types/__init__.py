"""Describe values and classes to the compiler: representations, class hierarchy. Data only."""
