"""Paragraphs of a given width: hyphens, dashes, indentation, long words, ends of sentences; and dedent."""
import textwrap

text = 'The well-known e-mail--"so-called"---costs 3-4 francs.  See --option-name; a\tb averyveryverylongwordindeed.'
for width in 12, 20, 40:
    print textwrap.wrap(text, width)
print textwrap.fill(text, 30, initial_indent='* ', subsequent_indent='  ')
print textwrap.wrap(text, 12, break_long_words=False, break_on_hyphens=False)
print textwrap.wrap('One. Two?  "Three." Four', 70, fix_sentence_endings=True)
print textwrap.wrap('  a   b\n\nc', 5, drop_whitespace=False, replace_whitespace=False)
print textwrap.wrap(u'caf\xe9-cr\xe8me noir', 6), textwrap.wrap('')
print repr(textwrap.dedent('    a\n      b\n  \n    c\n')), repr(textwrap.dedent('\ta\n  b'))
