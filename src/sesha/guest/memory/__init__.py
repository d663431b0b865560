"""Memory: the heap, allocation, and the collector that marks and sweeps."""
