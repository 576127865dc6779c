# Markup that no parser of HTML understands.
from HTMLParser import HTMLParser, HTMLParseError
for text in '<![x[', 'text\n <![ 1', '<p>\n&a':
    p = HTMLParser()
    try:
        p.feed(text)
        p.close()
        print repr(text), p.getpos()
    except HTMLParseError, e:
        print repr(text), e.msg, e.lineno, e.offset
        problem = e
raise problem
