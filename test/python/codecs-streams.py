# Readers and writers of streams; encoding and decoding part by part.
import codecs, StringIO
reader = codecs.getreader('utf-8')(StringIO.StringIO('\xc3\xa9a\r\nb\n'))
print repr(reader.read(1)), repr(reader.readline()), repr(reader.read())
out = StringIO.StringIO()
writer = codecs.getwriter('latin-1')(out, 'replace')
writer.write(u'\xe9\u1234')
writer.writelines([u'a', u'b'])
print repr(out.getvalue())
decoder = codecs.getincrementaldecoder('utf-8')()
print [decoder.decode(c) for c in '\xe2\x82\xacx'], list(codecs.iterencode([u'a', u'\xe9'], 'utf-8')), list(codecs.iterdecode(['\xff\xfea', '\0b\0'], 'utf-16'))
both = codecs.EncodedFile(StringIO.StringIO('\xc3\xa9'), 'latin-1', 'utf-8')
print repr(both.read()), codecs.lookup('UTF8').name, codecs.lookup('latin-1').name, codecs.getencoder('utf-8')(u'\xe9'), codecs.getdecoder('ascii')('ab')
print codecs.encode(u'\xe9', 'utf-8').__repr__(), codecs.decode('6162', 'hex'), codecs.BOM_UTF8.__repr__(), codecs.BOM_UTF16_BE.__repr__()
try:
    decoder.decode('\xe2', True)
except UnicodeDecodeError, e:
    problem = e
raise problem
