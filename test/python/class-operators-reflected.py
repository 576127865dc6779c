# Every operator with the instance on either side, among values of all types.
class R(object):
    def __init__(s, v): s.v = v
    def __repr__(s): return 'R(%r)' % s.v
    for op in 'add sub mul div mod pow lshift rshift and or xor floordiv truediv divmod'.split():
        exec "def __%s__(s, o): return ('%s', s.v, o)" % (op, op)
        exec "def __r%s__(s, o): return ('r%s', s.v, o)" % (op, op)
    for op in 'neg pos abs invert'.split():
        exec "def __%s__(s): return ('%s', s.v)" % (op, op)
r = R(1)
for e in 'r+2 2+r r-2 2-r r*2 2*r r/2 2/r r%2 2%r r**2 2**r r<<2 2<<r r>>2 2>>r r&2 2&r r|2 2|r r^2 2^r r//2 2//r -r +r abs(r) ~r divmod(r,2) divmod(2,r) r+r "a"+r r+"a" []+r r+[] "a"%r "%s"%r "a"*r [1]*r 1.5+r 1j*r 2L-r None+r {}|r set()|r ()+r u"x"+r True&r'.split():
    try: print e, eval(e)
    except TypeError, x: print e, x
x = r; x += 5; print x
x = 'a'; x += r; print x
x = [1]; x += R(2) if 0 else [2]; print x
