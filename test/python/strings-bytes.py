# -*- coding: utf-8 -*- A str holds bytes: len counts them.
s = 'é'
print len(s), repr(s), s[0] == '\xc3'
u = u'é'
print len(u), repr(u)
print s.decode('utf-8') == u, u.encode('utf-8') == s
print repr(u.encode('latin-1')), repr('\xe9'.decode('latin-1'))
print [ord(c) for c in s]
print u
print u'%s' % 'abc', repr('%s' % u'abc')
