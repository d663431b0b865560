import shared

print("beta", shared.log)
VALUE = len(shared.log)
