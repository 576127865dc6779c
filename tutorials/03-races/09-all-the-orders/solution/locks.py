import threading

counting = threading.Lock()
