"""The processor: its operations by name, and algorithms on raw memory."""
