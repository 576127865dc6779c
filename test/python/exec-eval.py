# exec and eval with namespaces.
exec "a = 1 + 1"
print a, eval("a * 3"), eval("x + y", {"x": 1, "y": 2}), eval("x", {"x": 1}, {"x": 2})
ns = {}
exec "def f(n):\n    return n * 2\nvalue = f(21)" in ns
print ns["value"], sorted(k for k in ns if k[0] != "_"), ns["f"](4)
def g():
    exec "local = 5"
    return local
print g()
code = compile("1 + 2", "<text>", "eval")
print eval(code), code.co_filename
code = compile("for i in range(2):\n  print i,\nprint\n", "<text>", "exec")
exec code
g1, l1 = {}, {}
exec "z = 1; global w; w = 2" in g1, l1
print l1, g1["w"]
try:
    eval("1 +")
except SyntaxError, e:
    print e.__class__.__name__, e.msg, e.lineno, e.offset, repr(e.text)
exec "print missing"
