# exec takes a tuple of two or three as code with its namespaces.
parts = 'print x', {'x': 5}
exec parts
exec ('print x, y', {'x': 1}, {'y': 2})
exec('print 3')
exec 'print 4' in None, None
exec ('print 5',)
