"""Tests of the guest library under CPython, and of what is made of it in images."""
