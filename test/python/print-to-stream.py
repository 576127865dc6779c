# print >>f writes to any object with a write method; None means standard output.
import sys
class Paper:
    def __init__(self):
        self.lines = []
    def write(self, text):
        self.lines.append(text)
paper = Paper()
print >>paper, "one", 2,
print >>paper, 3.0
print >>sys.stdout, "to standard output"
print >>None, "also there"
print >>paper
print paper.lines
print "".join(paper.lines)
