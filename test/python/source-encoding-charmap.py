# -*- coding: cp1252 -*-
# A source in Windows-1252: its unicode literals are decoded, its plain strings are bytes.
print repr(u'caf\xe9 \x80 \x93quoted\x94'), repr('\x80'), len(u'\x80\xe9')
