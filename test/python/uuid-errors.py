"""What no UUID can be made of."""
import uuid


def attempt(text):
    try:
        print text, '->', repr(eval(text))
    except Exception as error:
        print text, '->', type(error).__name__ + ':', error


u = uuid.UUID(int=5)
for text in """uuid.UUID()
uuid.UUID('123')
uuid.UUID('x' * 32)
uuid.UUID('a', int=5)
uuid.UUID(5)
uuid.UUID(bytes='abc')
uuid.UUID(bytes_le='abc')
uuid.UUID(fields=(1, 2))
uuid.UUID(fields=(1 << 32, 0, 0, 0, 0, 0))
uuid.UUID(fields=(1, 1, 1, 1, 256, 0))
uuid.UUID(int=-1)
uuid.UUID(int=1 << 128)
uuid.UUID(int=1, version=6)
uuid.uuid3('a', 'b')
uuid.uuid5(uuid.NAMESPACE_OID, 5)
u.nothing
setattr(u, 'int', 6)""".splitlines():
    attempt(text)
