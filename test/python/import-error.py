# A module that does not exist.
try:
    import no_such_module_a
except ImportError, e:
    print e
try:
    from math import no_such_name
except ImportError, e:
    print e
import no_such_module_b
