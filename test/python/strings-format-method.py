# str.format, as far as pages use it.
print "{0} {1} {0}".format("a", "b"), "{} {}".format(1, 2)
print "{name}: {age:>5}|{age:<5}|{age:^5}|{age:05d}".format(name="Jean", age=42)
print "{0:.2f} {0:e} {0:g} {1:x} {1:#x} {1:b} {2!r}".format(3.14159, 255, "q")
print "{0[1]} {0[k]} {1.real}".format({1: "one", "k": "kay"}, 5), "{{}}".format()
print format(3.5, ".3f"), format("x", ">4"), format(1234567, ","), "{:%}".format(0.25)
