"""What the methods of str say to wrong arguments."""
for wrong in ("'a'.center()", "'a'.center('b')", "'a'.center(5, 'ab')", "'a'.center(1.5)", "'a'.ljust(None)",
              "'a'.find()", "'a'.find(5)", "'a'.index('b')", "'a'.count(5)", "'a'.replace('a')", "'a'.replace('a', 5)",
              "'a'.split('')", "'a'.split(5)", "'a'.split('b', 'c')", "'a'.join(5)", "'a'.join([1])",
              "'a'.startswith(5)", "'a'.endswith(('b', 5))", "'a'.strip(5)", "'a'.partition('')", "'a'.translate('b')",
              "'a'.translate(5)", "'a'.zfill('b')", "'a'.expandtabs('b')", "'a'.splitlines('b')", "'a'.upper(1)",
              "'a'.split(sep='b')", "'a'[5]", "'a'['b']", "'a'[1.0]", "'a'[::0]", "'a' * 'b'", "'a' + 5", "5 + 'a'"):
    try:
        print eval(wrong)
    except (TypeError, ValueError, IndexError) as e:
        print wrong, '->', type(e).__name__ + ':', e
