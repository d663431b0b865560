"""Change IR: one pass a file, listed with their order in `compiler/pipeline.py`."""
