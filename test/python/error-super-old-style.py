# super needs a new-style class.
class Old:
    def m(self):
        super(Old, self).m()
Old().m()
