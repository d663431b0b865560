"""Say what is wrong with a program: code, place, reason, what to do instead."""
