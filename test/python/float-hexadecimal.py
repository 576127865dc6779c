"""float.hex writes a float exactly, float.fromhex reads it back; as_integer_ratio is exact too."""
for x in (1.5, 0.1, -2.5, 0.0, 1e300, 5e-324, float('inf')):
    print x.hex(), float.fromhex(x.hex()) == x
print float.fromhex('0x1.8p3'), float.fromhex(' -0xA.8 '), float.fromhex('ff'), float.fromhex('1p-1074')
print (0.1).as_integer_ratio(), (-3.0).as_integer_ratio(), (0.0).as_integer_ratio(), (2.0 ** 70).as_integer_ratio()
print 5e-324.as_integer_ratio()[1] == 2 ** 1074
for wrong in ('xyz', '', '0x1p2000'):
    try:
        float.fromhex(wrong)
    except (ValueError, OverflowError) as e:
        print type(e).__name__, e
for x in (float('inf'), float('nan')):
    try:
        x.as_integer_ratio()
    except (ValueError, OverflowError) as e:
        print type(e).__name__, e
