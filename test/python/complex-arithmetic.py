"""Complex numbers: reading, arithmetic, powers and text."""
print complex('1+2j'), complex('-j'), complex(' 1e3-2.5j '), complex(1, 2), complex('nan+infj')
a = 3 + 4j
print a.real, a.imag, abs(a), a.conjugate(), -a, a == 3 + 4j, a != 3, bool(0j)
print a * (1 - 2j), a / (1 - 2j), a + 1, 1.5 - a
print a ** 2, a ** -1, (1 + 1j) ** 100, a ** 0, 2 ** 1j
print coerce(1, 2j), a.__divmod__(a)
print '%s %r' % (1.1 + 2.2j, 1.1 + 2.2j), str(1e20j)
for spec in ('', '.2f', '>20', '+.1f', 'e', 'g', ',.1f', '*^15.3'):
    print '[' + format(1234.5 + 6j, spec) + ']',
print
for wrong in ("complex('1 + 2j')", "complex(1, '2')", "int(1j)", "(1j) < 2", "1j // 0", "0j ** -1", "(1e300j) ** 2",
              "pow(1j, 2, 3)", "format(1j, '010')", "format(1j, '=5')", "format(1j, 'd')", "round(1j)"):
    try:
        print eval(wrong)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError) as e:
        print wrong, '->', type(e).__name__ + ':', e
