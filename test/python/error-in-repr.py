# An error inside __repr__ passes through print.
class Bad:
    def __repr__(self):
        return self.nom
print Bad()
