print("the file is called as a module that mypy itself needs")  # error: shadows library module
