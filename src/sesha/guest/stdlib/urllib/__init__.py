"""The package `urllib` of images: `parse` is in it; clients are in `asyncio`."""
