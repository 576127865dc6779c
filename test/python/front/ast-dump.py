"""Prints CPython 2.7's tree of a program, one node a line, for comparison with `src/python/front/ast-dump.ts`.

Usage: python2.7 ast-dump.py FILE...   (from several files: a JSON object of name -> dump)
       python2.7 ast-dump.py --write   (rewrites ast-dumps.json from samples/*.py)
"""
import ast
import glob
import json
import os
import struct
import sys


def value(v):
    if isinstance(v, bool) or v is None:
        return repr(v)
    if isinstance(v, float):
        return 'float ' + struct.pack('>d', v).encode('hex')
    if isinstance(v, complex):
        return 'complex ' + struct.pack('>dd', v.real, v.imag).encode('hex')
    if isinstance(v, (int, long)):
        return '%s %d' % (type(v).__name__, v)
    if isinstance(v, str):
        return 'str ' + json.dumps(v.decode('latin-1'))
    return 'unicode ' + json.dumps(v)


def dump(node, lines, depth, label):
    head = '  ' * depth + label
    if isinstance(node, list):
        lines.append(head + '[%d]' % len(node))
        for item in node:
            dump(item, lines, depth + 1, '')
    elif isinstance(node, ast.AST):
        name = type(node).__name__
        if not node._fields and not hasattr(node, 'lineno'):
            lines.append(head + name)
            return
        at = '@%d:%d' % (node.lineno, node.col_offset) if hasattr(node, 'lineno') else ''
        lines.append(head + name + at)
        for field in node._fields:
            dump(getattr(node, field, None), lines, depth + 1, field + '=')
    else:
        lines.append(head + value(node))


def dump_source(source):
    lines = []
    sys.setrecursionlimit(20000)
    dump(ast.parse(source), lines, 0, '')
    return '\n'.join(lines)


def main(args):
    here = os.path.dirname(os.path.abspath(__file__))
    if args == ['--write']:
        files = sorted(glob.glob(os.path.join(here, 'samples', '*.py')))
        found = dict((os.path.basename(f), dump_source(open(f, 'rb').read())) for f in files)
        with open(os.path.join(here, 'ast-dumps.json'), 'w') as out:
            json.dump(found, out, indent=0, sort_keys=True)
        return
    found = {}
    for f in args:
        try:
            found[f] = dump_source(open(f, 'rb').read())
        except (SyntaxError, ValueError, TypeError, MemoryError) as e:
            found[f] = 'error %s' % e
    print json.dumps(found)


if __name__ == '__main__':
    main(sys.argv[1:])
