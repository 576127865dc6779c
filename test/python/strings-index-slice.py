# Indexing and slicing strings.
s = "abcdef"
print s[0], s[-1], s[1:3], s[:2], s[4:], s[:], s[-3:-1], s[::2], s[::-1], s[5:1:-2], repr(s[3:1]), repr(s[10:])
print s[1:100], s * 2, s + "!", 2 * "ab", repr("ab" * 0), repr("ab" * -1)
print min(s), max(s), sorted("hello"), list("abc"), "b" > "a", "a" < "B", "abc" == 'abc'
