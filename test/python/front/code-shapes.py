"""Writes code-shapes.json: what CPython 2.7 compiles samples/*.py to, for `src/python/front/compiler.test.ts`.

Usage: python2.7 code-shapes.py

Of each code object: its names and numbers, and those instructions that CPython's peephole optimiser neither makes
nor removes, each with its argument (where it is a name or a count) and its line.
"""
import dis
import glob
import json
import os
import types
import warnings

NAMED = set('''LOAD_ATTR STORE_ATTR DELETE_ATTR LOAD_GLOBAL STORE_GLOBAL LOAD_NAME STORE_NAME DELETE_NAME
    IMPORT_NAME IMPORT_FROM'''.split())
LOCAL = set('LOAD_FAST STORE_FAST DELETE_FAST'.split())
CELL = set('LOAD_DEREF STORE_DEREF LOAD_CLOSURE'.split())
COUNTED = set('''CALL_FUNCTION CALL_FUNCTION_VAR CALL_FUNCTION_KW CALL_FUNCTION_VAR_KW MAKE_FUNCTION MAKE_CLOSURE
    RAISE_VARARGS BUILD_LIST BUILD_SET BUILD_SLICE DUP_TOPX LIST_APPEND SET_ADD MAP_ADD'''.split())
PLAIN = set('''BINARY_SUBSCR FOR_ITER GET_ITER END_FINALLY WITH_CLEANUP SETUP_WITH SETUP_EXCEPT SETUP_FINALLY
    YIELD_VALUE STORE_SUBSCR DELETE_SUBSCR PRINT_ITEM PRINT_ITEM_TO PRINT_NEWLINE PRINT_NEWLINE_TO BUILD_CLASS
    LOAD_LOCALS EXEC_STMT STORE_MAP IMPORT_STAR BINARY_TRUE_DIVIDE INPLACE_TRUE_DIVIDE INPLACE_ADD UNARY_CONVERT
    SLICE+0 SLICE+1 SLICE+2 SLICE+3 STORE_SLICE+0 STORE_SLICE+1 STORE_SLICE+2 STORE_SLICE+3 DELETE_SLICE+0
    DELETE_SLICE+1 DELETE_SLICE+2 DELETE_SLICE+3'''.split())


def argument(code, name, arg):
    if name in NAMED:
        return code.co_names[arg]
    if name in LOCAL:
        return code.co_varnames[arg]
    if name in CELL:
        return (code.co_cellvars + code.co_freevars)[arg]
    return arg if name in COUNTED else None


def instructions(code):
    text, at, line = code.co_code, 0, code.co_firstlineno
    starts = dict(dis.findlinestarts(code))
    while at < len(text):
        line = starts.get(at, line)
        op, arg = ord(text[at]), None
        at += 1
        if op >= dis.HAVE_ARGUMENT:
            arg = ord(text[at]) + 256 * ord(text[at + 1])
            at += 2
        name = dis.opname[op]
        if name in NAMED | LOCAL | CELL | COUNTED | PLAIN:
            shown = argument(code, name, arg)
            if shown != 'None':
                yield ('%d %s %s' % (line, name, '' if shown is None else shown)).strip()


def shapes(code):
    found = [{
        'name': code.co_name,
        'argcount': code.co_argcount,
        # Of the flags: OPTIMIZED, NEWLOCALS, VARARGS, VARKEYWORDS, GENERATOR and the future statements.
        'flags': code.co_flags & (0x2f | 0x36000),
        'varnames': list(code.co_varnames),
        'cellvars': sorted(code.co_cellvars),
        'freevars': sorted(code.co_freevars),
        'instructions': list(instructions(code)),
    }]
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            found += shapes(constant)
    return found


def main():
    warnings.simplefilter('ignore')
    here = os.path.dirname(os.path.abspath(__file__))
    found = {}
    for path in sorted(glob.glob(os.path.join(here, 'samples', '*.py'))):
        with open(path, 'rb') as source:
            found[os.path.basename(path)] = shapes(compile(source.read(), path, 'exec'))
    with open(os.path.join(here, 'code-shapes.json'), 'w') as out:
        json.dump(found, out, indent=0, sort_keys=True)


if __name__ == '__main__':
    main()
