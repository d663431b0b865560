import shared

shared.log.append("shaky")
print("shaky", shared.log.count("shaky"))
if shared.log.count("shaky") < 2:
    raise RuntimeError("not yet")
STATE = "ready"
