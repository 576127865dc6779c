# What a SyntaxError knows of a text that is a string.
def place(text):
    try:
        compile(text, '<text>', 'exec')
    except SyntaxError as error:
        print type(error).__name__, '|', error.msg, '|', error.lineno, error.offset, repr(error.text)
    except Exception as error:
        print type(error).__name__, '|', error

for text in ['def f():', 'def f():\n\n', 'x = (1,\n', 'x = 1\nx = (1,\n', '"""a\nb\n', 'x = 1\n"abc\\\n', 'try:\n  x\n',
             '# coding: klingon\nx', '"\\x1"', 'if 1:\n$  x\n', '09', '08else', 'return', 'u"\\x1"', '@f', 'if 1:\n  try:\n    x\n']:
    place(text)
print 1 if 08else 2
