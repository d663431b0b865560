"""What an event loop waits for: sockets that announce themselves on a ready list.

A socket is listed when it may have become readable, writable or failed: data or the end of data
came, space was freed, a connection arrived, was made or broke. The loop takes the list and asks
each socket what it is ready for; the answers are levels, the list carries the edges.
"""


class ReadyList:
    """Sockets whose readiness changed since the loop last looked, each once."""

    def __init__(self) -> None:
        self.sockets: list[Socket] = []

    def take(self) -> "list[Socket]":
        """The list, which starts anew."""
        taken = self.sockets
        if taken:
            self.sockets = []
            for socket in taken:
                socket.listed = False
        return taken


class Socket:
    """Base of TcpSocket, UdpSocket and Listener."""

    def __init__(self, ready: ReadyList) -> None:
        self.ready = ready
        self.listed = False
        self.owner: object = None
        """For the event loop: what it keeps for this socket."""

    def announce(self) -> None:
        """Put the socket on the ready list."""
        if not self.listed:
            self.listed = True
            self.ready.sockets.append(self)

    def silence(self) -> None:
        """Never announce this socket: its owner asks it by itself."""
        self.listed = True

    def readable(self) -> bool:
        """Whether a receive (accept, result) would not answer None, an error included."""
        raise NotImplementedError

    def writable(self) -> bool:
        """Whether a send would take something, an error included."""
        raise NotImplementedError
