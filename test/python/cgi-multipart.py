# A form of parts, with a file in it.
import cgi
from StringIO import StringIO
body = '\r\n'.join(['preamble', '--B', 'Content-Disposition: form-data; name="who"', '', 'Jos\xc3\xa9', '--B', 'Content-Disposition: form-data; name="f"; filename="a.txt"',
                    'Content-Type: text/plain; charset=utf-8', '', 'line 1', '--not the boundary', '', '--B', 'content-disposition: form-data; name="who"', '', '', '--B--', 'epilogue'])
environ = {'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': 'multipart/form-data; boundary=B', 'CONTENT_LENGTH': str(len(body))}
form = cgi.FieldStorage(StringIO(body), environ=environ)
print form
f = form['f']
print f.filename, f.name, f.type, f.type_options, f.disposition, sorted(f.disposition_options.items()), repr(f.value), repr(f.file.readline()), f.headers['content-type']
print form.getlist('who'), sorted(cgi.parse_multipart(StringIO(body), {'boundary': 'B'}).items())
try:
    cgi.FieldStorage(StringIO(body), environ={'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': 'multipart/form-data'})
except ValueError, e:
    problem = e
raise problem
