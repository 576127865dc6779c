"""Writes what CPython 2.7 answers under every expression of the .txt files here.

    python2.7 test/python/expressions/generate.py

A file is a list of expressions. The line under one begins with "= " (the repr of its value) or "! " (the exception it
raises). Lines that begin with "@ " are statements that set things up, "#" begins a comment.
"""
import glob, os, sys

def answer(expression, namespace):
    try:
        return '= ' + repr(eval(expression, namespace))
    except Exception, error:
        return ('! %s: %s' % (error.__class__.__name__, error)).replace('\n', '|')

def main():
    for path in sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), '*.txt'))):
        namespace, lines = {'__name__': '__main__'}, []
        setup = ''
        for line in open(path).read().splitlines():
            if line.startswith(('= ', '! ')):
                continue
            lines.append(line)
            if line.startswith('@ '):
                setup += line[2:] + '\n'
            elif line and not line.startswith('#'):
                exec setup in namespace
                setup = ''
                lines.append(answer(line, namespace))
        open(path, 'w').write('\n'.join(lines) + '\n')

main()
