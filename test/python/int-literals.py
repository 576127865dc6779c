"""int() and long() read text in any base, with prefix, sign, blanks and digits of other scripts."""
print int(' 12 '), int('- 7'), int('0x1f', 16), int('0b101', 0), int('0o17', 0), int('017', 0), int('zz', 36)
print int(u'\u0661\u0662'), int('12', 3), long('12L'), long('0x1fL', 16), int('9' * 20), int(-1.9), int(True)
for args in (('12L',), ('08', 0), ('1', 1), ('2', 2), ('',), ('1.5',), (None,), ([],), (5, 10), ('5', 'a'), ('5', 2.0)):
    try:
        print int(*args)
    except (ValueError, TypeError) as e:
        print args, type(e).__name__, e
