# Strings: joining, splitting, searching, replacing, formatting, character by character.
line = "Name=Alice; Age=30; City=Paris; Note=likes sessions"
total = 0
for i in range(20000):
    fields = {}
    for part in line.split(";"):
        name, value = part.strip().split("=")
        fields[name.lower()] = value
    total += len(fields["city"]) + line.find("Note") + line.count("e")
print(total)

pieces = []
for i in range(30000):
    pieces.append("%d: %s (%5.2f)" % (i, "item", i / 7.0))
text = "\n".join(pieces)
print("%d %d" % (len(text), text.replace("item", "thing").count("thing")))

vowels = 0
for character in text:
    if character in "aeiou":
        vowels += 1
print(vowels)
shifted = "".join([chr((ord(c) - 97 + 13) % 26 + 97) for c in "session" * 10000])
print("%s %d" % (shifted[:14], len(shifted)))
