"""Settle what holds for the whole program before bodies are lowered: bases, attributes, numbers."""
