# A unicode message is shown when it is ASCII.
raise ValueError(u"plain \xe9")
