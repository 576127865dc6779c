"""Types that are made by calling them: functions, modules, old classes, methods."""
import types


def add(a, b=2):
    "adds"
    return a + b


print types.FunctionType(add.func_code, {}, 'plus', (5,))(1), types.FunctionType(add.func_code, {}, 'plus').__name__
print types.ModuleType('m', 'doc').__doc__, types.ClassType('K', (), {'x': 1}).x, types.MethodType(add, 3)()
print add.func_dict, add.func_defaults, add.__call__(1), len.__call__([1]), [].append.__call__.__name__
print object.__subclasshook__(), bytes is str, type(3).__hash__(3), slice(1, 2).__reduce__()[1]
for wrong in ('type(None)()', 'type(add)()', 'type(len)()', 'type(NotImplemented)()', 'types.GeneratorType()', 'types.ModuleType()',
              'types.ModuleType(5)', "types.ClassType('K', 5, {})", 'types.MethodType(5, 5)', 'types.FunctionType(5, {})',
              "type('X', (types.ClassType('K', (), {}),), {})"):
    try:
        print eval(wrong)
    except TypeError as e:
        print wrong, '->', e
