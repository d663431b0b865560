"""Tell futures apart from other things (the module in which CPython has it)."""

from sesha.guest.stdlib.asyncio.futures import isfuture as isfuture
