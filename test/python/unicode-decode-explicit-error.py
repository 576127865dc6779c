# An explicit decode names codec, byte, position.
try:
    'ab\xff'.decode('utf-8')
except UnicodeDecodeError, e:
    print e
    print e.encoding, e.start, e.end, e.reason, repr(e.object)
'ab\xff'.decode('ascii')
