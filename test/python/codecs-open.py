# A file whose text is in an encoding.
import codecs, os
f = codecs.open('codecs-open.tmp', 'w', 'utf-8')
print f.write(u'\xe9t\xe9\nb\u2028c\n'), f.write('plain\n'), f.encoding, f.mode, f.closed
f.close()
print repr(open('codecs-open.tmp').read())
f = codecs.open('codecs-open.tmp', encoding='utf-8')
print repr(f.readline()), f.readlines(), f.seek(0), [line for line in f], f.seek(0), repr(f.read(3)), repr(f.read())
f.close()
with codecs.open('codecs-open.tmp', 'a', 'latin-1') as f:
    f.writelines([u'\xe9', u'\n'])
print repr(codecs.open('codecs-open.tmp', 'r', 'utf-8', 'replace').readlines()[-1])
try:
    codecs.open('codecs-open.tmp', 'w', 'ascii').write(u'\xe9')
except UnicodeEncodeError, e:
    problem = e
os.remove('codecs-open.tmp')
raise problem
