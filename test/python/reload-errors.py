# reload takes a module that is known.
import sys, types
for v in 5, types.ModuleType('lost'):
    try:
        reload(v)
    except (TypeError, ImportError), error:
        print type(error).__name__, error
print reload(sys) is sys
reload('sys')
