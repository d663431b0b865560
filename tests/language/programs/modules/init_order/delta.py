print("delta")
NAME = "delta " + __name__
