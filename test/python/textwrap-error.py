"""A width that leaves no room, and wrong arguments."""
import textwrap

for width in 0, -3:
    try:
        textwrap.wrap('a b', width)
    except ValueError as error:
        print error
try:
    textwrap.wrap(3)
except AttributeError as error:
    print error
try:
    textwrap.wrap('a', colour='red')
except TypeError as error:
    print error
