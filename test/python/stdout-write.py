# sys.stdout.write adds nothing of its own.
import sys
sys.stdout.write("no newline")
sys.stdout.write(" here\n")
sys.stdout.writelines(["a", "b", "\n"])
out = sys.stdout
print >>out, "x"
class Upper:
    def write(self, text): out.write(text.upper())
sys.stdout = Upper()
print "shout", 1
sys.stdout = sys.__stdout__
print "back"
