"""float() tells a bad beginning from a bad end."""
for text in ('', 'abc', '1e5x', '0x10', ' 1.5 2 ', '+', u'2,5'):
    try:
        print float(text)
    except ValueError as e:
        print e
print float(u' \u0661.5 '), float('  -.5e1 '), float('Infinity')
float(u'3\u20ac')
