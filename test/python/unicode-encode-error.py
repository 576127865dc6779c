# Encoding to ASCII fails beyond it; the message names the character.
print str(u"ok")
print str(u"caf\xe9 noir")
