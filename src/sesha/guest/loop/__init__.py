"""What the event loop waits with: timers, sources of news, names.

    stdlib/asyncio/events.py ── run ready tasks ── timers.py
          └── source.py: sleep (no network in the program)
              network_source.py: ask the machine's network (machine/this/network.py) and sleep in it
                  ├── machine/process/network.py      the host's non-blocking sockets and epoll
                  └── machine/pvh/network.py          our own stack (guest/net) over virtio-net

`network.py` has the same functions on every machine. A *handle* is a small integer that names a socket;
readiness is level-triggered. None or -1 says "would block"; errors are OSErrors of CPython's classes.
"""
