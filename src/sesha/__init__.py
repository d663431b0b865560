"""Sesha: a typed Python program, and as much of an operating system as it uses, in one sealed machine."""

__version__ = "0.1.0"
