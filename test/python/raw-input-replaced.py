# raw_input and input read from whatever sys.stdin is.
import StringIO
import sys

sys.stdin = StringIO.StringIO('hello\n3 * 4\n  [n for n in "ab"]\nlast')
print repr(raw_input())
n = input('a number? ')
print n, input(), repr(raw_input())
print 'prompt',
try:
    raw_input('after it')
except EOFError, e:
    print e


class Wrong:
    def readline(self):
        return 3


sys.stdin = Wrong()
try:
    raw_input()
except TypeError, e:
    print e
sys.stdin = StringIO.StringIO('1 +\n')
input()
