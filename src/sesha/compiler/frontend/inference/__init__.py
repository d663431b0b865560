"""Infer the signatures of functions that have no annotations, from all their uses."""
