# References in text that is no markup; the tables of names.
from HTMLParser import HTMLParser
import htmlentitydefs
p = HTMLParser()
print [p.unescape(s) for s in ('a&lt;b', '&eacute;&#233;&#xe9;', '&nosuch; &#; &#xzz; &lt', '&apos;&hellip;', u'\xe9&amp;', 'plain')]
print len(htmlentitydefs.name2codepoint), htmlentitydefs.name2codepoint['euro'], htmlentitydefs.codepoint2name[945], repr(htmlentitydefs.entitydefs['eacute']), htmlentitydefs.entitydefs['alpha']
try:
    p.unescape('\xc3\xa9&amp;')
except UnicodeDecodeError, e:
    problem = e
raise problem
