"""list.pop takes a whole number."""
items = [1, 2, 3]
print items.pop(True), items.pop(-1L), items
items.pop(1.0)
