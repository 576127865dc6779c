# yield belongs in a function.
yield 1
