"""The contract between host and guest: layouts, the manifest, what a runner passes. Data only."""
