"""What brings `bytearray`, `buffer`, `memoryview` and the rarer encodings to a page whose code names one of them."""
