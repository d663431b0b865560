"""Clients that misbehave do not take notes away from the others."""

import os
import socket
import struct

from tests.system.curl import curl
from tests.system.serving import Serving

IDLE_CONNECTIONS = 90
RESET = struct.pack("ii", 1, 0)


def open_connection(server: Serving) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=10)


def assert_alive(server: Serving) -> None:
    assert curl(server.url("/healthz")).status == 200


def test_idle_and_half_sent_connections(notes: Serving) -> None:
    idle = [open_connection(notes) for _ in range(IDLE_CONNECTIONS)]
    for connection in idle[::2]:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHo")
    assert_alive(notes)
    for connection in idle:
        connection.close()
    assert_alive(notes)


def test_resets_in_the_middle(notes: Serving) -> None:
    for _ in range(50):
        connection = open_connection(notes)
        connection.sendall(b"GET /notes HTTP/1.1\r\nHost: x\r\n\r\n" * 20)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        connection.close()
    assert_alive(notes)


def test_random_bytes(notes: Serving) -> None:
    for size in (1, 10, 100, 1000, 10_000):
        connection = open_connection(notes)
        try:
            connection.sendall(os.urandom(size))
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(4096):
                pass
        except ConnectionError:
            pass
        finally:
            connection.close()
    assert_alive(notes)


def test_reader_that_does_not_read(notes: Serving) -> None:
    connection = open_connection(notes)
    connection.setblocking(False)
    try:
        for _ in range(2000):
            connection.send(b"GET /notes HTTP/1.1\r\nHost: x\r\n\r\n" * 10)
    except BlockingIOError:
        pass
    assert_alive(notes)
    connection.close()
    assert_alive(notes)


def test_many_short_connections(notes: Serving) -> None:
    for _ in range(500):
        open_connection(notes).close()
    assert_alive(notes)
