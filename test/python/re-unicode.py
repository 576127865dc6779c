# -*- coding: utf-8 -*-
"""Unicode texts and patterns."""
import re

text = u'L\u2019\xc9t\xe9 \xe0 No\xebl, \u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2 \u0661\u0662'
print re.findall(u'\\w+', text, re.U)
print re.findall(u'\\w+', text)
print re.findall(ur'\d', text, re.U), re.findall(ur'\d', text)
print re.findall(u'\xe9', text), re.findall(u'\xe9', text, re.I), re.findall(u'\xe9', text, re.I | re.U)
print re.findall(u'[\xe0-\xeb]', text, re.U | re.I)
print re.findall(u'\u03c3', text, re.U | re.I), re.findall(u's', u's\u017fS', re.U | re.I), re.findall(u'k', u'k\u212a', re.U | re.I)
print re.findall(r'\s', u'a\xa0b\u2003c d', re.U), re.findall(r'\s', u'a\xa0b\u2003c d')
print repr(re.sub('a', 'b', u'a')), repr(re.sub(u'a', u'b', 'a')), repr(re.sub('a', 'b', 'a')), repr(re.sub('x', u'y', 'a'))
print repr(re.match('a', u'a').group()), repr(re.match(u'a', 'a').group()), repr(re.split('-', u'a-b'))
print re.match(u'(?P<n>a)', 'a').groupdict(), re.match('(?P<n>a)', u'a').groupdict(), re.match('(?P<n>a)', 'a').group(u'n')
print repr(re.escape(u'\xe9 a')), repr(re.escape('\xe9 a'))
print re.findall(r'\b\w+\b', 'l\xe9o'), re.findall(r'\b\w+\b', u'l\xe9o', re.U)
print re.compile('\xc3\xa9').findall('é'), re.compile(u'é').findall(u'été')
print re.compile('b').sub('\xe9', u'ab')
