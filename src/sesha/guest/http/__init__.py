"""Serve ASGI applications over HTTP/1.1 (RFC 9110, 9112).

serve.py ─ main: lifespan, listening, shutdown
  connection.py ─ one connection: keep-alive, pipelining in order, time-outs
    parser.py ─ request heads (without I/O)    body.py ─ request bodies (without I/O)
      target.py, fields.py ─ what a request line and a field may look like
    exchange.py ─ one request and its response: ASGI's scope, receive, send
      response.py ─ response heads and framing (without I/O)
errors.py ─ what a client did wrong, and the status it gets; limits.py ─ every limit and time-out
"""
