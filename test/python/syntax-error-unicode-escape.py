# A broken escape in a unicode literal.
u = u"\u12"
