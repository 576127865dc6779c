# None cannot be assigned.
None = 1
