"""TCP (RFC 9293), split by idea.

demultiplex  finds the block for a segment; opens connections
handshake    segments in LISTEN and SYN-SENT, and the way to ESTABLISHED
arrival      segments in all other states, in the order of RFC 9293 3.10.7.4
acknowledge  what an acknowledgement changes on the sending side
recovery     loss: duplicate acknowledgements, SACK (RFC 6675), NewReno (RFC 6582)
output       what may be sent now; emit builds the segment
expiry       what each timer does
block        the transmission control block; states, send_buffer, receive_buffer, scoreboard,
             round_trip (RFC 6298), congestion (RFC 5681, RFC 9438) are its parts
socket       what a program holds: TcpSocket, Listener
"""
