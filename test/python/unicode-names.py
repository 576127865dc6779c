# Characters by their Unicode names.
print repr(u'\N{EURO SIGN} \N{LATIN SMALL LETTER E WITH ACUTE}')
