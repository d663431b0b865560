import threading  # error: images have one thread: use asyncio

threading.Thread(target=print).start()
