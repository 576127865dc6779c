# The methods of str that pages use.
s = "  Jean Dupont  "
print repr(s.strip()), repr(s.lstrip()), repr(s.rstrip())
print s.strip().lower(), s.strip().upper(), s.strip().swapcase(), "jean DUPONT".title(), "jean".capitalize()
print "a,b,,c".split(","), "a b  c".split(), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1)
print "-".join(["a", "b", "c"]), "".join([])
print "banana".replace("an", "AN"), "banana".replace("an", "AN", 1)
print "banana".find("an"), "banana".rfind("an"), "banana".find("x"), "banana".index("n"), "banana".count("a")
print "page.pih".startswith("page"), "page.pih".endswith(".pih"), "page.pih".endswith((".py", ".pih"))
print repr("x".center(5)), repr("x".ljust(3)), repr("x".rjust(3)), "7".zfill(3), "-7".zfill(4), "x".center(5, "*")
print "a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("=")
print "one\ntwo\r\nthree".splitlines(), "one\ntwo\n".splitlines(True)
print "abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "A".isupper(), "".isalpha(), "Ab Cd".istitle()
print "a\tb".expandtabs(4), "hello".translate(None, "l")
print "xxabcxx".strip("x"), "abc" in "xabcx", "abc" not in "x"
