# A triple-quoted string that never ends.
s = """begins
and goes on
