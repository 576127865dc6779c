# The text of a file of bytes; bytes that are none.
import io
t = io.TextIOWrapper(io.BytesIO('\xc3\xa9t\xc3\xa9\r\nok'), encoding='utf-8')
print repr(t.readline()), repr(t.read(1)), repr(t.read()), t.encoding, t.errors
b = io.BytesIO()
w = io.TextIOWrapper(b, 'latin-1', newline='\r\n')
print w.write(u'\xe9\n'), w.flush(), repr(b.getvalue())
try:
    w.write('bytes')
except TypeError, e:
    print e
print repr(io.TextIOWrapper(io.BytesIO('\xff'), 'ascii', 'replace').read())
try:
    io.TextIOWrapper(io.BytesIO('ok\xff'), 'utf-8').read()
except UnicodeDecodeError, e:
    problem = e
raise problem
