"""Compile a program and the guest it uses to a closed world; `pipeline.py` lists the stages."""
