"""Keep short notes: a JSON API as an ASGI application.

    GET    /notes          {"notes": [{"key": …, "text": …}, …]}
    GET    /notes/{key}    {"key": …, "text": …}
    PUT    /notes/{key}    {"text": …}; 201 when the note is new, else 200
    DELETE /notes/{key}    204
    GET    /healthz        {"status": "ok"}

On CPython, in this folder's parent: `uvicorn notes:app`. As a machine: `sesha run examples/notes`.
"""

from notes.application import app

__all__ = ["app"]
