# HTML as it should not be.
from HTMLParser import HTMLParser
class Teller(HTMLParser):
    def handle_starttag(self, tag, attrs): print 'start', tag, attrs
    def handle_endtag(self, tag): print 'end', tag
    def handle_data(self, data): print 'data', repr(data)
    def handle_comment(self, data): print 'comment', repr(data)
    def handle_entityref(self, name): print 'entityref', name
    def handle_charref(self, name): print 'charref', name
for text in ('<a href="x>y', "<a b='c'd=e>", '<a =b c==d e= f>', '<p<b>', '</ p>', '</p x="y">', '</>', '</3>', '<!bogus>', '<!>', '< a>', '<a/b/c />', '&#;&#x;&#12', '&;&a', '<script>a</b>', '<a b="&lt;&foo;&#65;&#x41;&apos;">', 'a < b > c', '<a\nb\n=\nc>'):
    print repr(text)
    p = Teller()
    p.feed(text)
    try:
        p.close()
    except Exception, e:
        print type(e).__name__, e
