"""An exception made by hand prints like one that the machine raises."""
raise UnicodeTranslateError(u'caf\xe9', 3, 4, 'not wanted')
