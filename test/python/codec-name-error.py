"""An encoding that nobody knows."""
print 'abc'.encode('hex'), '616263'.decode('hex'), repr('abc'.encode('base64')), 'YWJj'.decode('base64'), 'Hello'.encode('rot13')
print 'abc'.decode('utf-99')
