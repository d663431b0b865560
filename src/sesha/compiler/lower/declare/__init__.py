"""Declare modules: from mypy's trees to declarations, without lowering any body."""
