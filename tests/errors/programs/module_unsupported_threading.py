import threading  # error: not supported

threading.Thread(target=print).start()
