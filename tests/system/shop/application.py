"""The routes of the shop."""

import asyncio
import json
from collections.abc import AsyncIterator
from enum import Enum
from typing import Any

from .framework import (
    Application,
    HttpError,
    Json,
    Media,
    Receive,
    Request,
    Response,
    Router,
    Scope,
    Send,
    Stream,
)

TOKEN = (b"authorization", b"Bearer s3cret")


class Status(str, Enum):  # noqa: UP042 - as most programs write it
    NEW = "new"
    PAID = "paid"

    @classmethod
    def _missing_(cls, value: object) -> "Status | None":
        return cls.PAID if value == "payed" else None


class Timing:
    """Middleware that is an object: adds a field to every response."""

    counted = 0

    def __init__(self, application: Application) -> None:
        self.application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        type(self).counted += 1

        async def marked(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), (b"x-shop", b"1")]
            await send(message)

        await self.application(scope, receive, marked)


def guarded(application: Application) -> Application:
    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"].startswith("/admin") and TOKEN not in scope["headers"]:
            await Json({"detail": "no"}, 401)(scope, receive, send)
            return
        await application(scope, receive, send)

    return guard


app = Router()
app.middleware += [Timing, guarded]


async def start(state: dict[str, Any]) -> None:
    await asyncio.sleep(0)
    state["orders"] = {}
    state["events"] = []


app.startup.append(start)


@app.route("/healthz")
async def healthz(request: Request) -> Response:
    return Response(b"ok\n")


@app.route("/orders/{number:int}", "GET", "PUT", "DELETE")
async def order(request: Request) -> Response:
    orders: dict[int, dict[str, Any]] = request.state["orders"]
    number = int(request.values["number"])
    match request.scope["method"]:
        case "PUT":
            value = await request.json()
            try:
                status = Status(value.get("status", "new"))
            except ValueError as error:
                raise HttpError(400, str(error)) from None
            orders[number] = {"status": status, "items": value.get("items", [])}
            return Json(orders[number], 201)
        case "DELETE":
            if orders.pop(number, None) is None:
                raise HttpError(404, f"no order {number}")
            return Response(status=204)
        case _:
            if number not in orders:
                raise HttpError(404, f"no order {number}")
            found = orders[number]
            return Json({"number": number, **found}, headers={"x-status": f"{found['status']}"})


@app.route("/query")
async def query(request: Request) -> Response:
    agent = request.header("x-agent", "none")
    return Json({"query": request.query, "agent": agent, "path": request.scope["path"]})


@app.route("/files/{name:path}")
async def files(request: Request) -> Response:
    return Json(request.values)


@app.route("/form", "POST")
async def form(request: Request) -> Response:
    return Json(await request.form())


@app.route("/upload", "POST")
async def upload(request: Request) -> Response:
    size = 0
    async for piece in request.pieces():
        size += len(piece)
    return Json({"size": size})


@app.route("/big")
async def big(request: Request) -> Response:
    return Response(b"0123456789abcdef" * 65536)


@app.route("/events")
async def events(request: Request) -> Response:
    async def ticks() -> AsyncIterator[str]:
        for number in range(3):
            yield f"id: {number}\ndata: {json.dumps({'n': number})}\n\n"
            await asyncio.sleep(0.005)

    return Stream(media=Media.EVENTS, source=ticks())


@app.route("/later", "POST")
async def later(request: Request) -> Response:
    async def note() -> None:
        await asyncio.sleep(0.005)
        request.state["events"].append("later")

    return Json({"accepted": True}, 202, background=note)


@app.route("/wait")
async def wait(request: Request) -> Response:
    """Until the client goes, or for some seconds."""
    watching = asyncio.create_task(request.gone())
    done, _ = await asyncio.wait({watching}, timeout=10)
    request.state["events"].append("client gone" if done else "gave up")
    watching.cancel()
    return Response(b"waited")


@app.route("/timeout")
async def timeout(request: Request) -> Response:
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        raise HttpError(504) from None
    return Response(b"never")


@app.route("/boom")
async def boom(request: Request) -> Response:
    raise RuntimeError("boom")


@app.route("/admin/events")
async def admin(request: Request) -> Response:
    return Json(sorted(request.state["events"]))
