# What a parser of HTML tells.
from HTMLParser import HTMLParser
class Teller(HTMLParser):
    def handle_starttag(self, tag, attrs): print 'start', tag, attrs, self.getpos(), repr(self.get_starttag_text())
    def handle_endtag(self, tag): print 'end', tag, self.getpos()
    def handle_startendtag(self, tag, attrs): print 'startend', tag, attrs
    def handle_data(self, data): print 'data', repr(data)
    def handle_charref(self, name): print 'charref', name
    def handle_entityref(self, name): print 'entityref', name
    def handle_comment(self, data): print 'comment', repr(data)
    def handle_decl(self, decl): print 'decl', repr(decl)
    def handle_pi(self, data): print 'pi', repr(data)
    def unknown_decl(self, data): print 'unknown', repr(data)
p = Teller()
p.feed('<!DOCTYPE html>\n<html lang=fr><!-- c --><p CLASS="a&lt;b" id=\'x\' checked>T&eacute;l &#233;&#xE9; &amp x<br/>\n')
p.feed('<img src=a.png alt="1 > 0"><?php echo 1 ?><![CDATA[x]]><script>if (a < b) "</p>";</script>')
p.feed('<a hr')
p.feed('ef="u">l</a >tail & <')
p.close()
