import subprocess  # error: not supported

subprocess.run(["ls"])
