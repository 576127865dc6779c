# unicode has the same methods and mixes with ASCII str.
u = u"caf\xe9"
print repr(u.upper()), repr(u + "s"), repr("le " + u), len(u), u == u"caf" + unichr(233)
print repr(u.split("f")), repr(u",".join(["a", u"b"])), repr(u.encode("utf-8")), repr(u.replace(u"\xe9", "e"))
print u"abc" == "abc", hash(u"abc") == hash("abc"), {"abc": 1}[u"abc"], repr(unicode(12)), repr(unicode("abc"))
print repr(u.encode("ascii", "replace")), repr(u.encode("ascii", "ignore")), repr(u.encode("ascii", "xmlcharrefreplace"))
print repr("caf\xe9".decode("ascii", "replace")), isinstance(u, basestring), isinstance(u, str)
print ord(u[3]), repr(u[3]), repr(u[-1:]), u"\xe9" in u, repr(u.title()), repr(u"%s!" % u)
