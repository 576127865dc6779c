# Escapes of the string literals.
print repr('a\tb\n\\ \' \" \x41 \101 \q')
print repr(r'a\tb\'') , len(r'\n')
print repr(u'\u20ac \xe9 \U0001F600')
print 'line one\
 goes on'
print '''three
"quoted" lines'''
print 'adjacent ' "literals " '''join'''
print repr('\0\x7f\x80\xff')
