"""Route requests to the notes: the ASGI application."""

from typing import Any

from notes.http import HttpError, Receive, Response, Scope, Send, read_json, send_response
from notes.store import InvalidNote, Note, NoteStore

PREFIX = "/notes/"

store = NoteStore()


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await follow_lifespan(receive, send)
        return
    try:
        response = await route(scope["method"], scope["path"], receive)
    except HttpError as error:
        response = error.response()
    await send_response(send, response)


async def follow_lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": message["type"] + ".complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def route(method: str, path: str, receive: Receive) -> Response:
    if path == "/notes":
        require(method, "GET")
        return Response(200, {"notes": [as_json(note) for note in store.all()]})
    if path == "/healthz":
        require(method, "GET")
        return Response(200, {"status": "ok"})
    key = path.removeprefix(PREFIX)
    if key == path or not key or "/" in key:
        raise HttpError(404, "there is nothing here")
    require(method, "GET", "PUT", "DELETE")
    if method == "PUT":
        return write(key, await read_json(receive))
    if method == "DELETE":
        return delete(key)
    return read(key)


def require(method: str, *allowed: str) -> None:
    if method not in allowed:
        raise HttpError(405, f"{method} is not allowed here", ", ".join(allowed))


def read(key: str) -> Response:
    note = store.get(key)
    if note is None:
        raise no_such_note(key)
    return Response(200, as_json(note))


def write(key: str, value: Any) -> Response:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise HttpError(400, 'the body is not an object with a string "text"')
    text: str = value["text"]
    try:
        is_new = store.put(key, text)
    except InvalidNote as error:
        raise HttpError(400, str(error)) from None
    return Response(201 if is_new else 200, {"key": key, "text": text})


def delete(key: str) -> Response:
    if not store.delete(key):
        raise no_such_note(key)
    return Response(204)


def no_such_note(key: str) -> HttpError:
    return HttpError(404, f"there is no note {key!r}")


def as_json(note: Note) -> dict[str, str]:
    return {"key": note.key, "text": note.text}
