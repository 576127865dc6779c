# Characters by their Unicode names.
print repr(u'\N{EURO SIGN} \N{LATIN SMALL LETTER E WITH ACUTE}')
print repr(u'\N{greek small letter alpha}\t\N{CYRILLIC CAPITAL LETTER YA}' 'abc'), repr(ur'\N{DASH}'), '\N{DASH}'


def arrow(text=u'\N{RIGHTWARDS ARROW}'):
    return text + u'\N{SNOWMAN}'


print repr(arrow()), repr(arrow(u'')), repr(u'\N{HANGUL SYLLABLE GGAGS}\N{CJK UNIFIED IDEOGRAPH-4E00}')
print repr(u"""\N{BOX DRAWINGS LIGHT HORIZONTAL}
\N{N-ARY SUMMATION}\\N{DASH}\N{LEFT CURLY BRACKET}"""), [u'\N{FULL STOP}' for i in range(2)]
