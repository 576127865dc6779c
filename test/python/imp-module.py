"""What imp finds and loads: files beside the program, and what is built in."""
import imp
import os
import sys


def attempt(call, *args):
    try:
        print call(*args)
    except Exception as error:
        print '%s: %s' % (type(error).__name__, error)


module = imp.new_module('empty')
print module, 'empty' in sys.modules, sorted(vars(module))
with open('loaded_by_imp.py', 'w') as file:
    file.write('x = 5\nprint __name__, __file__\n')
print imp.load_source('other_name', 'loaded_by_imp.py').x, 'other_name' in sys.modules
file, path, description = imp.find_module('loaded_by_imp')
print os.path.basename(path), description, file.read(9)
file.close()
os.remove('loaded_by_imp.py')
for leftover in 'loaded_by_imp.pyc', 'loaded_by_imp.pyo':
    if os.path.exists(leftover):
        os.remove(leftover)
print imp.find_module('sys'), imp.is_builtin('sys'), imp.is_builtin('nowhere'), imp.is_frozen('sys')
imp.acquire_lock()
print imp.lock_held()
imp.release_lock()
print imp.PY_SOURCE, imp.PKG_DIRECTORY, imp.C_BUILTIN, ('.py', 'U', 1) in imp.get_suffixes()
attempt(imp.find_module, 'nowhere')
attempt(imp.find_module, 'a.b')
attempt(imp.find_module, 1)
attempt(imp.release_lock)
attempt(imp.reload, 1)
attempt(imp.load_source, 'x', 'nowhere.py')
attempt(imp.init_builtin, 'nowhere')
imp.find_module('nowhere', ['.'])
