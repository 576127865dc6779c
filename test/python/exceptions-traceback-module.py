# The traceback of a statement over several lines names the line it reached.
import string
values = [
    1,
    2,
    undefined_name,
]
