"""What files say to wrong arguments, and when they are closed."""
for wrong in ("open('nope.txt')", "open('a', 'z')", "open('a', '')", "open('a', 5)", "open(5)", "open()", "open(None)",
              "open('a', foo=1)", "open('a', 'wU')", "file('nope.txt', 'r+')"):
    try:
        print eval(wrong)
    except (IOError, ValueError, TypeError) as e:
        print wrong, '->', type(e).__name__ + ':', e
