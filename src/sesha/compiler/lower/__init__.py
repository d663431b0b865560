"""Lower mypy's checked trees to IR: a file per construct, a file per built-in type."""
