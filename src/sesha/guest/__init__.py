"""Everything that is compiled into images. The host reads it as source, and imports only `abi`."""
