"""The built-in types by the names that Python 2 gives them."""

import sys

NoneType = type(None)
TypeType = type
ObjectType = object

IntType = int
LongType = long
FloatType = float
BooleanType = bool
ComplexType = complex

StringType = str
UnicodeType = unicode
StringTypes = (str, unicode)

TupleType = tuple
ListType = list
DictType = DictionaryType = dict


def _function():
    yield 1


class _Class:
    def method(self):
        pass


FunctionType = LambdaType = type(_function)
GeneratorType = type(_function())
CodeType = type(_function.func_code)
ClassType = type(_Class)
InstanceType = type(_Class())
MethodType = UnboundMethodType = type(_Class.method)
BuiltinFunctionType = BuiltinMethodType = type(len)

ModuleType = type(sys)
FileType = file
XRangeType = xrange
BufferType = buffer
SliceType = slice
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
FrameType = type(sys._getframe())


class _Slotted(object):
    __slots__ = ('member',)


DictProxyType = type(TypeType.__dict__)
GetSetDescriptorType = type(FunctionType.__dict__['func_code'])
MemberDescriptorType = type(_Slotted.member)

try:
    raise TypeError
except TypeError:
    TracebackType = type(sys.exc_info()[2])

del sys
