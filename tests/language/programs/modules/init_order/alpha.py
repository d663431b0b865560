print("alpha")
import shared

READY = True
shared.log.append("alpha")
