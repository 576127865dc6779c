# Messages name the type of an exception with its module.
for act in 'len(ValueError())', 'iter(KeyError())', 'ValueError() + 1', 'ValueError()()', '-ValueError()', 'for x in IOError(): pass', 'int(ValueError())':
    try:
        exec act
    except (TypeError, AttributeError), error:
        print act, type(error).__name__, error
print sorted(c.__name__ for c in ArithmeticError.__subclasses__()), bool in int.__subclasses__()
'a'.join([ValueError()])
