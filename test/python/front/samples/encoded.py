# -*- coding: utf-8 -*-
'é', u'é', u'€uro', u'\xe9é', ur'é\u0041', 'caf\xc3\xa9', u'😀'
b = 'é' 'a'
