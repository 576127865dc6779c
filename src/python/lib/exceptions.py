"""The built-in exceptions, by the module that their classes name."""

import __builtin__

for _name, _class in vars(__builtin__).items():
    if isinstance(_class, type) and issubclass(_class, BaseException):
        globals()[_name] = _class

del __builtin__, _name, _class
