"""The network stack: protocols without I/O.

Frames and the time (nanoseconds, any fixed origin) go in; frames, readiness and errors come out.
The device, the clock and the randomness are arguments, so the same source runs under CPython in a
simulated network and in an image. The path of a frame:

    stack.receive -> interface -> wire/ethernet -> neighbours (ARP)
                                               -> wire/ipv4 -> reassembly -> icmp | udp | tcp/demultiplex
    socket.send -> tcp/output | udp -> interface.send -> neighbours -> device.transmit

Nothing that a remote sends allocates without a bound; `counters` say what was dropped and why.
"""
