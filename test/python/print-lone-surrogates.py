# Text goes out as UTF-8, also what is half of a character.
import sys
halves = [u'\ud800', u'\udfff', u'a\udc00b', u'\ud834\udd1e', u'\U0001d11e', u'\udd1e\ud834']
for half in halves:
    print half
print halves[0], halves[1], u'\x7f\x80\u07ff\u0800\uffff'
print >> sys.stdout, halves[2]
sys.stdout.write(halves[3])
print
exec u"print repr('\ud800 \u00e9 \U0001d11e')"
exec u"x = u'\udfff'"
print repr(x)
