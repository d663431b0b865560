"""A shop as people write ASGI applications: an object with routes and middleware, state, streams, enums."""

from .application import app

__all__ = ["app"]
