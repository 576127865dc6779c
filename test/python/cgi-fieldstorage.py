# The form of a request, from the query and from the body.
import cgi
from StringIO import StringIO
form = cgi.FieldStorage(environ={'REQUEST_METHOD': 'GET', 'QUERY_STRING': 'a=1&b=x+y&a=2&c='})
print form
print sorted(form.keys()), form['b'].value, form['b'].name, form.getvalue('a'), form.getfirst('a'), form.getlist('a'), form.getvalue('z', 'none'), 'c' in form, len(form), form.has_key('b')
form = cgi.FieldStorage(StringIO('p=1&q=2 and more'), environ={'REQUEST_METHOD': 'POST', 'CONTENT_LENGTH': '7', 'QUERY_STRING': 'r=3'}, keep_blank_values=True)
print form, form.type, form.length, sorted(form.headers.items())
cgi.print_form(form)
form = cgi.FieldStorage(StringIO('{"a": 1}'), environ={'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': 'application/json', 'CONTENT_LENGTH': '8'})
print form, form.value, form.type, bool(form)
try:
    form['a']
except TypeError, e:
    problem = e
raise problem
