# Cookies that a browser sends, well and badly written.
from Cookie import SimpleCookie
for text in ('a=b; c=d', 'a="b c\\"\\054"; path=/x; Version=1', '$Version=1; a=b; $Path=/x', 'a=b; secure; HttpOnly; c', 'a = b;c=', 'a=b, c=d', 'a b=c', 'a=b; ; c=d',
             'a=b; expires=Wed, 01-Jan-2020 00:00:00 GMT; c=d', '=x', 'a="x', 'a=b\xe9', 'a=[1]; b={2}', 'path=/; a=b', 'a==b', 'a=1; a=2'):
    c = SimpleCookie()
    c.load(text)
    print repr(text), [(k, m.value, sorted((n, v) for n, v in m.items() if v)) for k, m in sorted(c.items())]
