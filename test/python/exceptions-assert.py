# assert shows its message.
assert True, "never shown"
try:
    assert 1 == 2
except AssertionError, e:
    print repr(e), str(e) == ""
assert [] , "the list is %s" % "empty"
