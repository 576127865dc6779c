"""compile() with flags, eval() with namespaces."""
print eval(compile('1/2', 'f', 'eval', 0x2000)), eval(compile('1/2', 'f', 'eval', 0, 1)), eval('x + y', {'x': 1}, {'y': 2})
print eval(compile('7/2', 'f', 'eval', flags=0x2000, dont_inherit=True)), eval(u'"a"'), eval(' 1 ')
for wrong in ("compile('1', 'f', 'eval', 0x800000)", "compile('1', 5, 'eval')", "compile('1', 'f', 5)", "compile('1', 'f', 'foo')",
              "compile(5, 'f', 'exec')", "compile('1')", "eval('1', 5)", "eval('1', {}, 5)", "eval(5)", "eval()", "execfile(5)",
              "eval('1\\0')", "globals(1)", "vars(5)", "apply(len, 5)", "apply(len, [[]], 5)", "super()", "reload(5)"):
    try:
        print eval(wrong)
    except (TypeError, ValueError) as e:
        print wrong, '->', type(e).__name__ + ':', e
