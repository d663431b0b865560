"""Read and write the formats on the wire, one file a format.

Each file has its field offsets at the top, `parse` (which raises `Malformed` for what the format
forbids) and `emit` or `write_*`. Unknown values are kept, never guessed. Imports nothing but
`guest/abi` and itself.
"""
