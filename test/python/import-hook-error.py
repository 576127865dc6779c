# Without __import__ nothing is imported.
import __builtin__
del __builtin__.__import__
import sys
