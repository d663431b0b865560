"""Every limit and time-out of the server, nginx's values where nginx has one."""

REQUEST_LINE = 8192
"""Bytes of a request line (large_client_header_buffers); 414."""
FIELD_LINE = 8192
"""Bytes of one header field; 431."""
HEAD = 32768
"""Bytes of all fields together; 431."""
FIELDS = 100
"""Header fields; 431."""
BODY = 1 << 20
"""Bytes of a request body (client_max_body_size); 413."""
CHUNK_LINE = 256
"""Bytes of a chunk's size with its extensions."""
EMPTY_LINES = 4
"""Empty lines that may precede a request line (RFC 9112 2.2)."""

BODY_WAITING = 65536
"""Bytes of body that wait for the application before reading pauses."""
INPUT_WAITING = 65536
"""Bytes of pipelined requests that wait before reading pauses."""

HEAD_TIMEOUT = 60
"""Seconds for a whole request head (client_header_timeout); 408."""
BODY_TIMEOUT = 60
"""Seconds between two pieces of a body (client_body_timeout); 408."""
SEND_TIMEOUT = 60
"""Seconds in which the client takes nothing of a response (send_timeout)."""
KEEP_ALIVE_TIMEOUT = 75
"""Seconds between two requests (keepalive_timeout)."""
KEEP_ALIVE_REQUESTS = 1000
"""Requests of one connection (keepalive_requests)."""
LINGER_TIMEOUT = 5
"""Seconds between two pieces of what a client goes on sending after a final error (lingering_timeout)."""
LINGER_TIME = 30
"""Seconds that it may go on altogether (lingering_time)."""
SHUTDOWN_TIMEOUT = 10
"""Seconds that requests in progress get when the server stops."""
