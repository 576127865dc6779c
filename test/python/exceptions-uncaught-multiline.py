# A message of several lines is shown whole.
raise ValueError("first line\nsecond line")
