# A name that no cookie can have; an attribute that there is not.
import Cookie
c = Cookie.SimpleCookie()
for name in 'a b', 'path', '':
    try:
        c[name] = 'x'
        print c
    except Cookie.CookieError, e:
        print e
try:
    c['ok'] = 1
    c['ok']['color'] = 'red'
except Cookie.CookieError, e:
    print e
try:
    c.load('a:b=c')
except Cookie.CookieError, e:
    problem = e
raise problem
