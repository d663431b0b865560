gamma = "open"
_private = 3
