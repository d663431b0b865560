"""Measure what SPECIFICATION.md promises, each figure beside its rival in the same run."""
