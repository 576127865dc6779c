# The string module's constants and functions.
import string
print string.ascii_lowercase, string.ascii_uppercase, string.hexdigits, string.octdigits, repr(string.whitespace)
print string.split("a b"), string.replace("aXb", "X", "-"), string.strip("  x "), string.zfill("5", 3), string.atoi("12"), string.find("abc", "c")
print string.maketrans("ab", "xy")[97:99], "aabb".translate(string.maketrans("ab", "xy")), string.center("x", 3, "*"), string.punctuation
