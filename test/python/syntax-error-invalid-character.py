# A character that means nothing.
x = 5 ? 6
