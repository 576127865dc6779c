/** Random classes, old and new, and what is done with their instances. */
import type { Chance } from "./chance.ts";

/** Methods by what they define; `#C` is the class. Each is there or not. */
const methods: readonly string[] = [
  "def __str__(self): return $!str",
  "def __len__(self): return $=small",
  "def __len__(self): return len(self.items)",
  "def __getitem__(self, at): return self.items[at]",
  "def __getitem__(self, at):\n    print 'item', show(at)\n    if at > 2: raise IndexError(at)\n    return $any",
  "def __setitem__(self, at, value): self.items[at] = value",
  "def __delitem__(self, at): del self.items[at]",
  "def __contains__(self, one): return $any",
  "def __iter__(self): return iter(self.items)",
  "def __iter__(self):\n    yield $any\n    yield self.a",
  "def __call__(self, *p, **q): return p, sorted(q)",
  "def __add__(self, other): return ['add', $any]",
  "def __radd__(self, other): return ['radd', other if not isinstance(other, #C) else $any]",
  "def __iadd__(self, other):\n    self.items.append(1)\n    return self",
  "def __sub__(self, other): return NotImplemented",
  "def __mul__(self, other): return self.a",
  "def __rmul__(self, other): return 'rmul'",
  "def __div__(self, other): return 'div'",
  "def __mod__(self, other): return 'mod', show(other)",
  "def __pow__(self, other, third=None): return 'pow', other, third",
  "def __neg__(self): return -self.a",
  "def __abs__(self): return 'abs'",
  "def __invert__(self): return 'invert'",
  "def __and__(self, other): return 'and'",
  "def __rand__(self, other): return 'rand'",
  "def __lshift__(self, other): return 'shift'",
  "def __divmod__(self, other): return $any",
  "def __int__(self): return $=int",
  "def __long__(self): return 7L",
  "def __float__(self): return $any",
  "def __complex__(self): return 1j",
  "def __index__(self): return $=small",
  "def __hex__(self): return 'hex'",
  "def __oct__(self): return $any",
  "def __nonzero__(self): return $=bool",
  "def __nonzero__(self): return $any",
  "def __eq__(self, other):\n    print 'eq'\n    return $any",
  "def __ne__(self, other): return 'ne'",
  "def __cmp__(self, other): return cmp(self.a, getattr(other, 'a', other)) if isinstance(self.a, int) else $=small",
  "def __hash__(self): return $=small",
  "def __coerce__(self, other): return 5, 3",
  "def __getattr__(self, name):\n    if name[:2] == '__': raise AttributeError(name)\n    return 'attr ' + name",
  "def __setattr__(self, name, value):\n    if name == 'b': print 'set b', show(value)\n    self.__dict__[name] = value",
  "def __delattr__(self, name): print 'delete', name",
  "def __getslice__(self, i, j): return 'slice', i, j",
  "def __unicode__(self): return $!unicode",
  "def __format__(self, spec): return 'format ' + spec",
  "def __reversed__(self): return iter([3, 2])",
  "def __enter__(self): return 'entered'\ndef __exit__(self, *p): return True",
  "def m(self, p=$any): return [self.a, p]",
  "def m(self): return #C.__name__, self.__class__.__name__",
  "x = property(lambda self: $any)",
  "@property\ndef x(self): return self.a\n@x.setter\ndef x(self, value): self.a = [value]",
  "@staticmethod\ndef s(p=$any): return p",
  "@classmethod\ndef s(cls, p=1): return cls.__name__, p",
  "y = $any",
  "__hidden = $=int\ndef hidden(self): return self.__hidden",
  "def next(self): raise StopIteration",
];

/** What is done with an instance `#o` of the class `#C`, each tried alone. */
const uses: readonly string[] = [
  "print str(#o), '%s|%r' % (#o, #o)",
  "print show(#o + $=key), show(#o + #o)",
  "print show($=key + #o)",
  "print show(#o - 1), show(#o * 2)",
  "print show(3 * #o)",
  "print show(#o / 2), show(#o % $=key)",
  "print show(#o ** 2), show(pow(#o, 2, 3))",
  "print show(-#o), show(abs(#o))",
  "print show(~#o)",
  "print show(#o & 1), show(1 & #o), show(#o << 1)",
  "print show(divmod(#o, 2))",
  "print int(#o), long(#o)",
  "print show(float(#o)), show(complex(#o))",
  "print [10, 20, 30][#o], hex(#o), oct(#o)",
  "print hex(#o)",
  "print show(range(5)[#o:])",
  "print bool(#o), not #o, 'yes' if #o else 'no'",
  "print #o == #o, #o != #o",
  "print #o == $=key, $=key != #o",
  "print show(cmp(#o, #o))",
  "print len(#o)",
  "print show(#o[$=small])",
  "print show(#o[1:2]), show(#o[:])",
  "print show(#o[::2])",
  "print show(#o['a'])",
  "#o[0] = $any\nprint show(#o.items)",
  "#o[0:1] = [8]\nprint show(#o.items)",
  "del #o[0]\nprint show(#o.items)",
  "print $=key in #o, 1 not in #o",
  "print show(list(#o))",
  "for #i in #o:\n    print show(#i),\nprint",
  "print show(map(None, #o)), show(tuple(#o))",
  "print show(sorted(#o)), show(sum(#o))",
  "print show(list(reversed(#o)))",
  "#u, #v = #o\nprint show(#u), show(#v)",
  "print show(#o())",
  "print show(#o($any, k=2))",
  "print show(#o.m())",
  "print show(#o.m($any))",
  "print show(#C.m(#o)), show(#C.m())",
  "print show(#C.m(3))",
  "print show(#o.x)",
  "#o.x = $any\nprint show(#o.x)",
  "del #o.x",
  "print show(#o.s()), show(#C.s())",
  "print show(#o.s(1, 2, 3))",
  "print show(#o.y), show(#C.y)",
  "#o.y = $any\nprint show(#o.y)\ndel #o.y\nprint show(#o.y)\ndel #o.y",
  "print show(#o.nothing)",
  "#o.b = $any\nprint show(#o.b)\ndel #o.b",
  "print hasattr(#o, 'm'), hasattr(#o, 'nothing'), getattr(#o, 'zz', 'default')",
  "#p = #o\n#p += $=key\nprint show(#p)",
  "print show(unicode(#o))",
  "print '{0:>9}|{0}'.format(#o)",
  "print format(#o, $spec)",
  "print isinstance(#o, #C), issubclass(#C, object), isinstance(#o, $=type), callable(#o)",
  "print #C.__name__, #o.__class__.__name__, type(#o).__name__, #C.__module__, #C.__doc__",
  "print [#b.__name__ for #b in #C.__bases__]",
  "print [#b.__name__ for #b in #C.__mro__]",
  "with #o as #w:\n    print show(#w)\n    raise ValueError",
  "print show({#o: 1}.get(#o)), show(len(set([#o, #o])))",
  "print show(#o.hidden()), #o.__hidden",
  "print show(#o._#C__hidden)",
  "print show(next(#o))",
  "print show(sorted(vars(#o).items()))",
  "print show(#o.__dict__ is vars(#o)), sorted(k for k in dir(#o) if k[0] != '_')",
  "print show(super(#C, #o).m())",
  "print show(super(#C, #o).nothing)",
  "#C.m = lambda self, p=0: ['patched', p]\nprint show(#o.m()), show(#o.m(1))",
  "#o.m = lambda: 'own'\nprint show(#o.m())",
  "print show(max(#o, #o) is #o), show([#o].index(#o)), show([#o].count(1))",
  "print show('abc' * #o), show(['x'] * #o)",
  "print show(isinstance(#C, type)), show(type(#C).__name__)",
  "print show(#C(1, 2, 3))",
  "print show(#C())",
  "print show(round(#o)), show(chr(#o))",
  "print show(coerce(#o, 1))",
  "print show(#o < 3), show(3 <= #o)",
  "#o.__class__ = #C\nprint show(#o.__class__ is #C)",
  "print show('%d' % #o), show('%f' % #o)",
  "print show('%s %s' % #o)",
  "print show(iter(#o) is #o)",
  "print show(filter(None, [#o, 0]) == [#o])",
];

const bases = [
  "object",
  "object",
  "object",
  "",
  "",
  "list",
  "dict",
  "int",
  "str",
  "tuple",
  "float",
  "unicode",
  "Exception",
  "long",
  "set",
];

export interface ClassText {
  /** The `class` statement and the making of `#o`. */
  definition: string;
  /** Statements that use it, to be tried one by one. */
  uses: string[];
}

/** A class, perhaps with another below it, as a template whose names are `#C`, `#B` and `#o`. */
export function randomClass(chance: Chance): ClassText {
  const base = chance.pick(bases);
  const below = chance.happens(0.3);
  const own = below ? definition(chance, "#B", base, true) : "";
  const main = definition(chance, "#C", below ? "#B" : base, !below);
  const made = `#o = ${chance.pick(["#C()", "#C()", "#C(1)", "#C('12')", "#C([1, 2])"])}`;
  const count = 6 + chance.below(8);
  return {
    definition: `${own}${main}try:\n    ${made}\nexcept Exception, #e:\n    told(#e)\n    #o = None`,
    uses: Array.from({ length: count }, () => chance.pick(uses)),
  };
}

function definition(chance: Chance, name: string, base: string, isRoot: boolean): string {
  const lines = [`class ${name}${base === "" ? "" : `(${base})`}:`];
  if (isRoot) lines.push(...indented(`def __repr__(self): return '<${name}>'`));
  if (isRoot || chance.happens(0.3)) lines.push(...indented(beginning(chance, base)));
  const count = 1 + chance.below(8);
  for (let left = count; left > 0; left--)
    lines.push(...indented(chance.pick(methods).replaceAll("#C", name)));
  return `${lines.join("\n")}\n`;
}

/** How an instance begins. */
function beginning(chance: Chance, base: string): string {
  const call =
    base === "" || base.startsWith("#") || chance.happens(0.5) ? "" : `${base}.__init__(self)\n    `;
  return `def __init__(self, p=${chance.pick(["0", "$=key", "$any"])}):\n    ${call}self.a = p\n    self.items = [4, 'i', p]`;
}

function indented(text: string): string[] {
  return text.split("\n").map((line) => `    ${line}`);
}
