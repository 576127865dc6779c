"""One sentence about an error, for who has not met Python 2 before. The machine asks for it when nothing caught the error.

The answer is made of names and texts alone, and nothing of the learner's is called. A false hint is worse than none: what can
be tried is tried (a line is compiled as the hint would write it), the rest is said only where nothing else can be meant.
`code` stands between backticks.
"""


def sentence(kind, message, place, scopes, known, modules):
    """The hint for an error, or None.

    kind     the name of the exception's type
    message  its text
    place    (line, offset, number, lines before, is it the line itself that failed, not the library behind it?); the offset is that
             of a SyntaxError, else 0
    scopes   (names of the locals, names of the globals, names of the built-ins)
    known    what the names on the line mean: (name or dotted name, sort, type, attributes, parameters or None, ...);
             sort is 'module', 'class', 'instance', 'function', 'method' or 'value'; then the name of a module and its file, when
             that is the learner's
    modules  the names of the standard modules that are here
    """
    if not place[4] and kind not in _FAR_KINDS:
        return None
    about = _About(message, place, scopes, known, modules)
    for make in _KINDS.get(kind, ()):
        hint = make(about)
        if hint is not None:
            return hint
    return None


class _About(object):
    """All that a hint can be made of."""

    def __init__(self, message, place, scopes, known, modules):
        self.message = message
        line, offset, self.number, before, _ = place
        self.line, self.offset = _code_of(line, offset)
        self.before = _lines_of_code(before)
        self.locals, self.globals, self.builtins = scopes
        self.known = dict((each[0], each[1:]) for each in known)
        self.modules = modules
        self.tokens = _tokens(self.line)

    def parts(self, *pieces):
        """What stands between the pieces of the message; None when it is another message."""
        found = []
        rest = self.message
        if not rest.startswith(pieces[0]):
            return None
        rest = rest[len(pieces[0]):]
        for piece in pieces[1:]:
            at = rest.find(piece) if piece else len(rest)
            if at < 0:
                return None
            found.append(rest[:at])
            rest = rest[at + len(piece):]
        return found if not rest else None


def _code_of(line, offset):
    """The part of a page's line that is Python, and the offset there."""
    start = line.rfind('<%', 0, offset or len(line))
    if start < 0:
        return line, offset
    start += 3 if line[start + 2:start + 3] == '=' else 2
    return line[start:].split('%>')[0], max(offset - start, 0)


def _lines_of_code(lines):
    """The last of the lines, as far as they are Python: in a page, from the `<%` on."""
    for back in range(1, len(lines) + 1):
        line = lines[-back]
        if '%>' in line:
            return lines[len(lines) - back + 1:]
        if '<%' in line:
            return [line.split('<%')[-1]] + lines[len(lines) - back + 1:]
    return lines


# Names that come near.

def _near(name, candidates):
    """The candidate that a slip of the fingers makes `name` of, or None.

    As CPython 3.12: a letter more, less, other or swapped with its neighbour costs 2, one in the other case 1; both names together
    may have one such letter in six. Names of one or two letters are near only when nothing but the case differs.
    """
    if len(name) > 40 or name[:2] == '__':
        return None
    best = None
    bound = 1000
    for other in candidates[:750]:
        if other == name or len(other) > 40 or (other[:1] == '_' and name[:1] != '_'):
            continue
        limit = (len(name) + len(other) + 3) * 2 // 6
        if len(name) < 3 or len(other) < 3:
            limit = 1
            if other.lower() != name.lower():
                continue
        limit = min(limit, bound - 1)
        if abs(len(name) - len(other)) * 2 > limit or _strangers(name, other) * 2 > limit:
            continue
        cost = _distance(name, other, limit)
        if cost <= limit:
            best = other
            bound = cost
    return best


def _strangers(name, other):
    """How many letters of `name` are not in `other` at all."""
    low = other.lower()
    count = 0
    for letter in name.lower():
        if letter not in low:
            count += 1
    return count


def _distance(a, b, limit):
    """What it costs to make `b` of `a`; any number over `limit` when it is more."""
    # What they begin and end with alike costs nothing.
    start = 0
    while a[start:start + 1] and a[start:start + 1] == b[start:start + 1]:
        start += 1
    a, b = a[start:], b[start:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    before = None
    row = range(0, 2 * len(b) + 2, 2)
    for i, x in enumerate(a):
        new = [row[0] + 2]
        for j, y in enumerate(b):
            change = 0 if x == y else 1 if x.lower() == y.lower() else 2
            cost = min(row[j] + change, row[j + 1] + 2, new[j] + 2)
            if i and j and x == b[j - 1] and a[i - 1] == y:
                cost = min(cost, before[j - 1] + 2)
            new.append(cost)
        if min(new) > limit:
            return limit + 1
        before, row = row, new
    return row[-1]


# NameError.

_WORDS = {
    'true': 'True', 'TRUE': 'True', 'false': 'False', 'FALSE': 'False', 'none': 'None', 'NONE': 'None', 'null': 'None',
    'NULL': 'None', 'Null': 'None', 'nil': 'None', 'this': 'self',
}

_LATER_NAMES = {
    'ascii': 'Python 2 has no `ascii`: `repr(x)` gives the same here.',
    'breakpoint': 'Python 2 has no `breakpoint`: stop the request in the Race panel, or print what you want to see.',
    'anext': 'Python 2 has no `async` and no `anext`.',
    'aiter': 'Python 2 has no `async` and no `aiter`.',
    'FileNotFoundError': 'Python 2 has no `FileNotFoundError`: catch `IOError`, or `OSError` for functions of `os`.',
    'FileExistsError': 'Python 2 has no `FileExistsError`: catch `OSError`.',
    'PermissionError': 'Python 2 has no `PermissionError`: catch `IOError`, or `OSError` for functions of `os`.',
    'ModuleNotFoundError': 'Python 2 has no `ModuleNotFoundError`: catch `ImportError`.',
    'RecursionError': 'Python 2 has no `RecursionError`: catch `RuntimeError`.',
    'TimeoutError': 'Python 2 has no `TimeoutError`: catch `OSError`.',
    'ConnectionError': 'Python 2 has no `ConnectionError`: catch `IOError`.',
    'StopAsyncIteration': 'Python 2 has no `async`, and so no `StopAsyncIteration`.',
    'JSONDecodeError': 'Python 2 has no `JSONDecodeError`: catch `ValueError`.',
    '__annotations__': 'Python 2 has no type annotations.',
}

_MEMBERS = {
    'sqrt': 'math', 'sin': 'math', 'cos': 'math', 'tan': 'math', 'floor': 'math', 'ceil': 'math', 'pi': 'math',
    'factorial': 'math', 'randint': 'random', 'choice': 'random', 'shuffle': 'random', 'randrange': 'random',
    'sleep': 'time', 'localtime': 'time', 'strftime': 'time', 'defaultdict': 'collections', 'Counter': 'collections',
    'OrderedDict': 'collections', 'namedtuple': 'collections', 'deque': 'collections', 'deepcopy': 'copy',
    'timedelta': 'datetime', 'urlencode': 'urllib', 'urlparse': 'urlparse', 'quote': 'urllib', 'unquote': 'urllib',
    'StringIO': 'StringIO', 'partial': 'functools', 'wraps': 'functools', 'Thread': 'threading', 'Decimal': 'decimal',
    'Fraction': 'fractions', 'dumps': 'json', 'loads': 'json', 'permutations': 'itertools', 'combinations': 'itertools',
    'groupby': 'itertools', 'chain': 'itertools', 'itemgetter': 'operator', 'attrgetter': 'operator',
}


def _name_hint(about):
    found = about.parts("name '", "' is not defined") or about.parts("global name '", "' is not defined")
    if found is None:
        return None
    name = found[0]
    names = about.locals + about.globals + about.builtins
    if name in names:
        return None
    self = about.known.get('self')
    if 'self' in about.locals and self is not None and name in self[2]:
        return 'There is no variable `%s` here, but the object has one: write `self.%s`.' % (name, name)
    if name in _WORDS and (_WORDS[name] != 'self' or 'self' in about.locals):
        return 'In Python this is written `%s`.' % _WORDS[name]
    if name in _LATER_NAMES:
        return _LATER_NAMES[name]
    texts = [token[1] for token in about.tokens]
    if 'input' in texts and name not in texts and 'input' not in about.globals:
        return 'In Python 2 `input()` works out what is typed, as if it were Python; `raw_input()` gives it as text.'
    if _is_before_dot(about, name) and name in about.modules:
        return '`%s` is a module: write `import %s` first.' % (name, name)
    near = _near(name, sorted(names))
    if near is not None:
        return 'There is no `%s` here; did you mean `%s`?' % (name, near)
    if self is not None and 'self' in about.locals:
        near = _near(name, sorted(self[2]))
        if near is not None:
            return 'There is no `%s` here; did you mean `self.%s`?' % (name, near)
    if name in _MEMBERS and _MEMBERS[name] in about.modules:
        return '`%s` is in the module `%s`: write `from %s import %s` first.' % (
            name, _MEMBERS[name], _MEMBERS[name], name)
    if _is_before_dot(about, name):
        near = _near(name, about.modules)
        if near is not None:
            return 'There is no `%s` here; if you mean the module `%s`, write `import %s` first.' % (name, near, near)
    return None


def _is_before_dot(about, name):
    tokens = about.tokens
    for at in range(len(tokens) - 1):
        if tokens[at][1] == name and tokens[at + 1][1] == '.' and (at == 0 or tokens[at - 1][1] != '.'):
            return True
    return False


def _unbound_hint(about):
    found = about.parts("local variable '", "' referenced before assignment")
    if found is None or found[0] not in about.globals:
        return None
    return ('This function gives `%s` a value, so it has a `%s` of its own; to use the one outside, write `global %s` as its '
            'first line.' % (found[0], found[0], found[0]))


# AttributeError.

_OTHER_ATTRIBUTES = {
    ('list', 'add'): '`append`', ('list', 'push'): '`append`', ('list', 'length'): '`len(x)`', ('list', 'size'): '`len(x)`',
    ('list', 'contains'): '`value in x`', ('list', 'includes'): '`value in x`', ('list', 'len'): '`len(x)`',
    ('list', 'copy'): '`x[:]`', ('list', 'clear'): '`del x[:]`', ('list', 'join'): '`", ".join(x)`',
    ('list', 'indexOf'): '`index`', ('list', 'forEach'): '`for value in x:`', ('list', 'map'): '`map(f, x)`',
    ('list', 'filter'): '`filter(f, x)`', ('list', 'split'): 'the items one by one, each of which may have it',
    ('str', 'length'): '`len(x)`', ('str', 'size'): '`len(x)`', ('str', 'len'): '`len(x)`',
    ('str', 'contains'): '`part in x`', ('str', 'includes'): '`part in x`', ('str', 'append'): '`x + more`',
    ('str', 'toUpperCase'): '`upper`', ('str', 'toLowerCase'): '`lower`', ('str', 'trim'): '`strip`',
    ('str', 'substring'): '`x[1:3]`', ('str', 'substr'): '`x[1:3]`', ('str', 'charAt'): '`x[0]`',
    ('str', 'indexOf'): '`find`', ('str', 'reverse'): '`x[::-1]`', ('str', 'sort'): '`sorted(x)`',
    ('str', 'push'): '`x + more`', ('str', 'add'): '`x + more`',
    ('dict', 'add'): '`x[key] = value`', ('dict', 'append'): '`x[key] = value`', ('dict', 'length'): '`len(x)`',
    ('dict', 'contains'): '`key in x`', ('dict', 'remove'): '`del x[key]`', ('dict', 'sort'): '`sorted(x)`',
    ('dict', 'size'): '`len(x)`', ('dict', 'len'): '`len(x)`', ('dict', 'push'): '`x[key] = value`',
    ('set', 'append'): '`add`', ('set', 'push'): '`add`', ('set', 'length'): '`len(x)`', ('set', 'contains'): '`value in x`',
    ('set', 'sort'): '`sorted(x)`', ('tuple', 'length'): '`len(x)`', ('tuple', 'sort'): '`sorted(x)`',
    ('generator', 'sort'): '`sorted(x)`', ('generator', 'append'): '`list(x)`, which can be added to',
    ('dict', 'put'): '`x[key] = value`',
    ('list', 'put'): '`append`', ('dict', 'set'): '`x[key] = value`', ('list', 'get'): '`x[0]`', ('str', 'get'): '`x[0]`',
}

_LATER_ATTRIBUTES = {
    'str': ('isascii', 'removeprefix', 'removesuffix', 'format_map', 'casefold', 'isidentifier', 'isprintable', 'maketrans', 'hex'),
    'unicode': ('isascii', 'removeprefix', 'removesuffix', 'format_map', 'casefold', 'isidentifier', 'isprintable', 'maketrans'),
    'int': ('bit_count', 'to_bytes', 'from_bytes', 'as_integer_ratio'),
    'list': (), 'dict': (), 'set': (), 'tuple': (),
}

_LATER_MEMBERS = {
    'math': {'prod': None, 'isclose': None, 'comb': None, 'perm': None, 'gcd': '`fractions.gcd`', 'inf': '`float("inf")`',
             'nan': '`float("nan")`', 'tau': '`2 * math.pi`', 'log2': '`math.log(x, 2)`', 'isqrt': '`int(math.sqrt(x))`',
             'dist': None, 'cbrt': None},
    'random': {'choices': '`random.choice` again and again', 'randbytes': None},
    'itertools': {'zip_longest': '`itertools.izip_longest`', 'filterfalse': '`itertools.ifilterfalse`', 'accumulate': None,
                  'pairwise': None, 'batched': None},
    'functools': {'lru_cache': 'a dictionary that keeps what was worked out', 'cache': 'a dictionary that keeps what was worked out',
                  'singledispatch': None, 'cached_property': None, 'partialmethod': None},
    'collections': {'abc': '`collections` itself', 'ChainMap': None, 'UserDict': 'the module `UserDict`'},
    'json': {'JSONDecodeError': '`ValueError`'},
    'time': {'perf_counter': '`time.time`', 'monotonic': '`time.time`', 'process_time': '`time.clock`', 'time_ns': '`time.time`'},
    'os': {'scandir': '`os.listdir`', 'fspath': None, 'cpu_count': None, 'replace': '`os.rename`'},
    'urllib': {'parse': 'the module `urlparse`, and `urllib` itself for `quote` and `urlencode`', 'request': '`urllib.urlopen`',
               'error': None},
    're': {'fullmatch': '`re.match` with `$` at the end of the pattern'},
    'string': {'Formatter_map': None},
    'types': {'SimpleNamespace': 'an object of a class of your own'},
    'inspect': {'signature': '`inspect.getargspec`'},
    'threading': {'get_ident': '`threading.currentThread().ident`', 'main_thread': None},
    'datetime': {'timezone': None, 'UTC': None},
    'operator': {'matmul': None, 'length_hint': None},
    'statistics': {}, 'hashlib': {'blake2b': None, 'sha3_256': None, 'file_digest': None},
    'base64': {'b85encode': None, 'encodebytes': '`base64.encodestring`', 'decodebytes': '`base64.decodestring`'},
    'contextlib': {'suppress': '`try` with `except` and `pass`', 'ExitStack': None, 'redirect_stdout': None, 'nullcontext': None},
    'copy': {'replace': None},
    'textwrap': {'indent': None, 'shorten': None},
    'sys': {'intern': '`intern`'},
    'html': {},
}

_MISSING = (" instance has no attribute '", "' object has no attribute '", "' has no attribute '", " has no attribute '")


def _attribute_hint(about):
    message = about.message
    if not message.endswith("'"):
        return None
    for middle in _MISSING:
        owner, found, name = message[:-1].partition(middle)
        if found:
            break
    else:
        return None
    sort = 'value'
    if owner.startswith("type object '"):
        owner, sort = owner[13:], 'class'
    elif middle == _MISSING[3] and owner.startswith('class '):
        owner, sort = owner[6:], 'class'
    owner = owner.strip("'")
    return _missing_attribute(about, owner, name, sort)


def _missing_attribute(about, owner, name, sort):
    chain, entry = _owner_on_line(about, owner, name, sort)
    if owner == 'NoneType':
        return _none_hint(about, chain) if entry is not None and chain != 'None' else None
    if owner == 'module':
        return _member_hint(about, chain, entry, name) if entry is not None else None
    if owner in ('builtin_function_or_method', 'function', 'instancemethod') and chain and entry is not None:
        if name[:2] != '__':
            return '`%s` is a function: brackets must follow to call it, as in `%s()`.' % (chain, chain)
        return None
    plain = 'str' if owner == 'unicode' else owner
    other = _OTHER_ATTRIBUTES.get((plain, name))
    if other is not None:
        return '%s has no `%s`; what you look for may be %s.' % (_a_thing(owner), name, other)
    if name in _LATER_ATTRIBUTES.get(owner, ()):
        return '%s has no `%s` in Python 2: it came with Python 3.' % (_a_thing(owner), name)
    if name == '__next__':
        return 'In Python 2 the method is called `next`, without underscores.'
    names = entry[2] if entry is not None else _names_of_built_in(owner)
    near = _near(name, sorted(names))
    if near is not None:
        return 'There is no `%s` in it; did you mean `%s`?' % (name, near)
    return None


def _owner_on_line(about, owner, name, sort):
    """What stands before `.name` on the line, when it is known and is what the error speaks of."""
    end = '.' + name
    found = None
    for chain in _chains(about.tokens):
        at = (chain + '.').find(end + '.')
        if at < 0:
            continue
        chain = chain[:at]
        entry = about.known.get(chain)
        if entry is None:
            return '', None
        is_class = entry[0] == 'class'
        if entry[1] != owner or is_class != (sort == 'class'):
            continue
        if name in entry[2]:
            continue
        if found is not None and found[0] != chain:
            return '', None
        found = (chain, entry)
    return found or ('', None)


def _chains(tokens):
    """The names on the line, with their dots."""
    found = []
    at = 0
    while at < len(tokens):
        if tokens[at][0] == 'name' and (at == 0 or tokens[at - 1][1] != '.'):
            chain = tokens[at][1]
            while at + 2 < len(tokens) and tokens[at + 1][1] == '.' and tokens[at + 2][0] == 'name':
                chain += '.' + tokens[at + 2][1]
                at += 2
            found.append(chain)
        at += 1
    return found


_THINGS = {'str': 'A text', 'unicode': 'A text', 'list': 'A list', 'tuple': 'A tuple', 'dict': 'A dictionary', 'set': 'A set',
           'int': 'A whole number', 'float': 'A number', 'generator': 'A generator', 'file': 'A file', 'long': 'A whole number',
           'bool': 'A `bool`', 'listiterator': 'An iterator', 'frozenset': 'A `frozenset`'}


def _a_thing(type_name):
    return _THINGS.get(type_name, 'A `%s`' % type_name)


def _names_of_built_in(type_name):
    kinds = {'str': str, 'unicode': unicode, 'list': list, 'tuple': tuple, 'dict': dict, 'set': set, 'frozenset': frozenset,
             'int': int, 'long': long, 'float': float, 'complex': complex, 'file': file}
    return dir(kinds[type_name]) if type_name in kinds else []


_GIVES_NONE = ('sort', 'reverse', 'append', 'extend', 'insert', 'remove', 'update', 'add', 'clear', 'discard', 'shuffle')


def _none_hint(about, chain):
    maker = _maker_of(about, chain)
    if maker in _GIVES_NONE:
        return ('`%s` is None: `%s` changes what it is called on and gives nothing back, so call it on a line of its own.'
                % (chain, maker))
    if maker in ('match', 'search', 'fullmatch') and _is_pattern_call(about, chain):
        return '`%s` is None because the pattern was not found: ask `if %s:` first.' % (chain, chain)
    if maker == 'get':
        return '`%s` is None: `get` gives None for a key that is not there.' % chain
    return '`%s` is None here: look where it was given its value; a function without `return` gives None.' % chain


def _is_pattern_call(about, chain):
    for line in about.before:
        if line.strip().startswith(chain) and 're.' in line:
            return True
    return False


def _maker_of(about, chain):
    """The method whose result the last assignment above gave to `chain`, or None: `a = b.sort()` is by `sort`."""
    for line in reversed(about.before):
        tokens = _tokens(line)
        texts = [token[1] for token in tokens]
        own = chain.replace('.', ' . ').split()
        if texts[:len(own)] == own and texts[len(own):len(own) + 1] == ['=']:
            rest = texts[len(own) + 1:]
            if not rest or rest[-1] != ')':
                return None
            depth = 0
            for at in range(len(rest) - 1, 0, -1):
                depth += {')': 1, '(': -1}.get(rest[at], 0)
                if depth == 0:
                    break
            if rest[at:at + 1] == ['('] and at >= 2 and rest[at - 2] == '.':
                return rest[at - 1]
            return None
    return None


def _member_hint(about, chain, entry, name):
    module = entry[4] or chain
    if entry[5]:
        if module in about.modules:
            return ('`%s` is the file %s here, which hides the standard module of that name: give the file another name.'
                    % (chain, entry[5]))
    later = _LATER_MEMBERS.get(module, {})
    if name in later and not entry[5]:
        return _later_member(module, name, later[name])
    near = _near(name, sorted(entry[2]))
    if near is not None:
        return 'The module `%s` has no `%s`; did you mean `%s`?' % (chain, name, near)
    return None


def _later_member(module, name, instead):
    if instead is None:
        return '`%s.%s` came with Python 3: Python 2 does not have it.' % (module, name)
    return '`%s.%s` came with Python 3; here you can use %s.' % (module, name, instead)


# ImportError.

_LATER_MODULES = {
    'pathlib': 'the functions of `os.path`', 'html': '`cgi.escape`', 'html.parser': '`HTMLParser`', 'enum': 'names with plain numbers',
    'html.entities': '`htmlentitydefs`', 'urllib.parse': '`urlparse`, or `urllib` for `quote` and `urlencode`',
    'urllib.request': '`urllib`', 'urllib.error': '`urllib`', 'http.cookies': '`Cookie`', 'configparser': '`ConfigParser`',
    'queue': '`Queue`', 'pickle5': '`pickle`', 'builtins': '`__builtin__`', 'copyreg': '`copy_reg`', 'reprlib': '`repr`',
    '_thread': '`thread`', 'dataclasses': 'a class with an `__init__`', 'collections.abc': '`collections`',
    'statistics': '`sum(x) / float(len(x))` for a mean', 'secrets': '`random`', 'socketserver': '`SocketServer`',
    'http.cookiejar': '`cookielib`', 'winreg': '`_winreg`', 'tkinter': '`Tkinter`',
}

_LATER_ONLY = {
    'typing': 'Python 2 has no type annotations: leave them out, and the import too.',
    'asyncio': 'Python 2 has no `async`, and so no `asyncio`.',
    'http.server': 'This playground is the server already, so nothing needs `http.server`: a page is a file of the site.',
    'http.client': 'Python 2 has no `http.client`, and no page here can ask another server.',
    'http': 'Python 2 has no `http`: this playground is the server already, and `Cookie` is the module for cookies.',
    'contextvars': 'Python 2 has no `contextvars`.', 'zoneinfo': 'Python 2 has no `zoneinfo`.',
    'concurrent': 'Python 2 has no `concurrent`: there is `threading`.',
    'concurrent.futures': 'Python 2 has no `concurrent.futures`: there is `threading`.',
    'numpy': '`numpy` is no part of Python, and it cannot be installed here.',
    'pandas': '`pandas` is no part of Python, and it cannot be installed here.',
    'requests': '`requests` is no part of Python, and no page here can ask another server.',
    'flask': '`flask` is no part of Python: a page here is a file of the site.',
    'django': '`django` is no part of Python: a page here is a file of the site.',
}


def _import_hint(about):
    found = about.parts('No module named ', '')
    if found is not None and found[0] and ' ' not in found[0]:
        return _missing_module(about, found[0])
    found = about.parts('cannot import name ', '')
    if found is not None:
        return _missing_member(about, found[0])
    return None


def _missing_module(about, name):
    if name in about.modules:
        return None
    full = name
    for each in _imported(about.tokens):
        if each == name or each.endswith('.' + name):
            full = each
    if full in _LATER_ONLY:
        return _LATER_ONLY[full]
    if full in _LATER_MODULES:
        return 'The module `%s` came with Python 3; Python 2 has %s.' % (full, _LATER_MODULES[full])
    near = _near(name, about.modules) if full == name else None
    if near is not None:
        return 'There is no module `%s`; did you mean `%s`?' % (name, near)
    return None


def _imported(tokens):
    """The modules that an import statement names."""
    if not tokens or tokens[0][1] not in ('import', 'from'):
        return []
    chains = _chains(tokens)
    words = [chain for chain in chains if chain not in ('import', 'from', 'as')]
    return words[:1] if tokens[0][1] == 'from' else words


def _missing_member(about, name):
    modules = _imported(about.tokens)
    if not modules or about.tokens[0][1] != 'from':
        return None
    module = modules[0]
    entry = about.known.get(module)
    if entry is None or entry[0] != 'module' or name in entry[2]:
        return None
    return _member_hint(about, module, entry, name)


# TypeError and others.

_NUMBERS = ('int', 'long', 'float', 'bool')


def _type_hint(about):
    message = about.message
    found = about.parts("cannot concatenate 'str' and '", "' objects")
    if found:
        return _joined(found[0])
    found = about.parts('coercing to Unicode: need string or buffer, ', ' found')
    if found:
        return _joined(found[0])
    found = about.parts("unsupported operand type(s) for ", ": '", "' and '", "'")
    if found:
        return _operands(*found)
    found = about.parts('can only concatenate list (not "', '") to list')
    if found:
        return 'Only a list can be added to a list: put the value between square brackets, or use `append`.'
    found = about.parts("'", "' object is not callable")
    if found:
        return _not_callable(about, found[0])
    found = about.parts("'", "' object is not iterable")
    if found:
        return _not_iterable(about, found[0])
    found = about.parts("'", "' object has no attribute '__getitem__'")
    if found:
        return _no_items(about, found[0])
    found = about.parts('', "() got an unexpected keyword argument '", "'")
    if found:
        return _keyword(about, found[0], found[1])
    found = about.parts("'", "' is an invalid keyword argument for this function")
    if found:
        return _native_keyword(about, found[0])
    if ' takes ' in message and ' given)' in message:
        hint = _count(about, message)
        if hint is not None:
            return hint
    if message.startswith('unbound method ') and 'must be called with' in message and ' (got ' in message:
        cls = message.partition('must be called with ')[2].partition(' instance')[0]
        return 'This is a method of the objects of `%s`: make one first, as in `%s()`, and call it on that.' % (cls, cls)
    for begin, hint in _TYPE_SENTENCES:
        if message.startswith(begin):
            return hint
    return None


_TYPE_SENTENCES = (
    ('list indices must be integers, not str', 'The items of a list are numbered: for names, as in `x["name"]`, use a dictionary.'),
    ('string indices must be integers, not str', 'This is a text, whose letters are numbered; only a dictionary has items with names.'),
    ('list indices must be integers, not float', 'Make it a whole number first, with `int(...)`.'),
    ('list indices must be integers, not tuple', 'For an item of a list in a list write `x[1][2]`; between lists write a comma.'),
    ('range() integer end argument expected, got float', '`range` counts in whole numbers: use `int(...)`.'),
    ('range() integer end argument expected, got str', '`range` needs a number: turn the text into one with `int(...)`.'),
    ("'str' object does not support item assignment", 'A text cannot be changed: make a new one of its parts.'),
    ("'tuple' object does not support item assignment", 'A tuple cannot be changed: use a list, with square brackets.'),
    ("unhashable type: 'list'", 'A list cannot be a key, or be in a set: use a tuple.'),
    ("unhashable type: 'dict'", 'A dictionary cannot be a key, or be in a set.'),
    ('not all arguments converted during string formatting',
     'There are more values than `%s` and the like in the text; one value that is a tuple must be written `(value,)`.'),
    ('not enough arguments for format string', 'Several values after `%` need round brackets: `"%s %s" % (a, b)`.'),
    ('super() takes at least 1 argument (0 given)', 'In Python 2 `super` needs the class and the object: `super(ClassName, self)`.'),
    ('must be type, not classobj', '`super` needs a class that derives from `object`: write `class Name(object):`.'),
    ("object of type 'NoneType' has no len()", 'It is None, which has no length: a function without `return` gives None.'),
    ('exceptions must be old-style classes or derived from BaseException, not str',
     'A text cannot be raised: write `raise Exception("...")`.'),
    ("int() argument must be a string or a number, not 'NoneType'", 'It is None here: look where it was given its value.'),
    ("int() argument must be a string or a number, not 'list'", 'For each item of a list write `map(int, x)`.'),
    ("can't set attributes of built-in/extension type", 'Built-in types cannot be changed: make a class that derives from it.'),
    ('sum() takes no keyword arguments', 'In Python 2 the start is written without its name: `sum(x, start)`.'),
    ("argument of type 'NoneType' is not iterable", 'What stands after `in` is None.'),
    ("argument of type 'int' is not iterable",
     'What stands after `in` is a number: turn it into text with `str(...)`, or compare with `==`.'),
    ('sequence item 0: expected string, int found', '`join` needs texts: `", ".join(map(str, x))`.'),
    ('%d format: a number is required, not str', 'A text is not a number even when it looks like one: use `int(...)`, or write `%s`.'),
)


def _joined(other):
    if other in _NUMBERS:
        return 'A number cannot be added to a text: turn it into text first, with `str(...)`.'
    if other == 'NoneType':
        return 'One of the two is None, and only texts can be added to a text.'
    if other in ('list', 'tuple', 'dict', 'set'):
        return 'Only texts can be added to a text: use `str(...)`, or `", ".join(...)` for the texts of a list.'
    if other in ('function', 'instancemethod', 'builtin_function_or_method'):
        return 'One of the two is a function: brackets must follow to call it.'
    return None


def _operands(operator, left, right):
    both = (left, right)
    if 'NoneType' in both:
        return 'One of the two is None: look where it was given its value; a function without `return` gives None.'
    if operator in ('+', '+=') and left in _NUMBERS and right in ('str', 'unicode'):
        return 'A number and a text: make both numbers with `int(...)`, or both texts with `str(...)`.'
    if operator in ('-', '/', '-=', '/=', '//') and ('str' in both or 'unicode' in both) and (
            left in _NUMBERS or right in _NUMBERS or left == right):
        return 'A text is not a number even when it looks like one: turn it into one with `int(...)` or `float(...)`.'
    if operator == '>>' and left == 'builtin_function_or_method':
        return 'Where `print` is a function, write `print(..., file=f)`.'
    if 'function' in both or 'instancemethod' in both or 'builtin_function_or_method' in both:
        return 'One of the two is a function: brackets must follow to call it.'
    if operator == '|' and left == right == 'dict':
        return 'Python 2 cannot join dictionaries with `|`: copy one with `dict(a)`, then use `update`.'
    return None


def _called(about, type_name):
    """The names on the line that are called and are of that type."""
    tokens = about.tokens
    found = []
    for at in range(len(tokens) - 1):
        if tokens[at][0] == 'name' and tokens[at + 1][1] == '(':
            chain = _chain_to(tokens, at)
            entry = about.known.get(chain)
            if entry is not None and entry[1] == type_name and entry[0] != 'class':
                found.append(chain)
    return found


def _chain_to(tokens, at):
    chain = tokens[at][1]
    while at >= 2 and tokens[at - 1][1] == '.' and tokens[at - 2][0] == 'name':
        at -= 2
        chain = tokens[at][1] + '.' + chain
    return chain


def _not_callable(about, type_name):
    called = _called(about, type_name)
    if len(called) != 1:
        return _text_called(about) if type_name == 'str' and not called else None
    chain = called[0]
    if type_name == 'module':
        member = chain.split('.')[-1]
        if member in about.known[chain][2]:
            return '`%s` is the module: what you want to call is `%s.%s`.' % (chain, chain, member)
        return '`%s` is a module: call one of its functions, as in `%s.name()`.' % (chain, chain)
    if '.' not in chain and chain in about.builtins:
        return 'The name `%s` was given another value here, which hides the built-in `%s`: choose another name for it.' % (chain, chain)
    if type_name == 'NoneType':
        return '`%s` is None, not a function.' % chain
    if type_name in ('list', 'tuple', 'dict'):
        return '`%s` is %s: its items are asked for with square brackets, as in `%s[...]`.' % (
            chain, _a_thing(type_name).replace('A ', 'a '), chain)
    if type_name in ('int', 'long', 'float', 'str', 'unicode', 'bool'):
        return '`%s` is %s, not a function.' % (chain, _a_thing(type_name).replace('A ', 'a '))
    return None


def _text_called(about):
    tokens = about.tokens
    for at in range(len(tokens) - 1):
        if tokens[at][0] == 'string' and tokens[at + 1][1] == '(':
            return 'Between a text and `(` something is missing: a comma, or `%`.'
    return None


def _not_iterable(about, type_name):
    texts = [token[1] for token in about.tokens]
    if type_name in ('int', 'long') and texts[:1] == ['for'] and 'in' in texts:
        return 'A number cannot be gone through: to count up to it write `range(...)`.'
    if type_name == 'NoneType' and texts[:1] == ['for'] and 'in' in texts:
        walked = _walked(texts)
        entry = about.known.get(''.join(walked))
        if entry is not None and entry[1] == 'NoneType':
            return _none_hint(about, ''.join(walked))
        if walked[-3:] == ['sort', '(', ')'] or walked[-3:] == ['reverse', '(', ')']:
            return '`%s` changes the list and gives nothing back: write `%s`.' % (
                walked[-3], 'sorted(x)' if walked[-3] == 'sort' else 'reversed(x)')
    return None


def _walked(texts):
    """What a `for` goes through: between `in` and the colon."""
    rest = texts[texts.index('in') + 1:]
    return rest[:rest.index(':')] if ':' in rest else []


def _no_items(about, type_name):
    chain = _asked(about, type_name)
    if type_name == 'NoneType':
        return _none_hint(about, chain) if chain and chain != 'None' else None
    if type_name in ('function', 'builtin_function_or_method', 'instancemethod') and chain:
        return '`%s` is a function: it is called with round brackets, as in `%s(...)`.' % (chain, chain)
    if type_name in ('int', 'long', 'float') and chain:
        return '`%s` is %s, which has no items.' % (chain, _a_thing(type_name).replace('A ', 'a '))
    if type_name == 'type':
        for chain in ('list', 'dict', 'tuple', 'set'):
            if chain + '[' in about.line:
                return 'Python 2 has no type annotations such as `%s[...]`.' % chain
    return None


def _asked(about, type_name):
    """The one name on the line that square brackets follow and whose type that is."""
    tokens = about.tokens
    found = []
    for at in range(len(tokens) - 1):
        if tokens[at][0] == 'name' and tokens[at + 1][1] == '[':
            chain = _chain_to(tokens, at)
            entry = about.known.get(chain)
            if entry is not None and entry[1] == type_name and entry[0] != 'class':
                found.append(chain)
    return found[0] if len(found) == 1 else ''


def _functions(about, name):
    """The parameters of what is called on the line and whose function has that name."""
    found = []
    for chain, entry in about.known.items():
        if entry[3] is None:
            continue
        last = chain.split('.')[-1]
        if last == name or (name == '__init__' and entry[0] == 'class'):
            found.append((chain, entry))
    return found


def _keyword(about, name, keyword):
    found = _functions(about, name)
    if len(found) == 1:
        near = _near(keyword, found[0][1][3])
        if near is not None:
            return '`%s` has no parameter `%s`; did you mean `%s`?' % (name, keyword, near)
    return None


def _native_keyword(about, keyword):
    texts = [token[1] for token in about.tokens]
    if keyword in ('encoding', 'newline', 'errors') and 'open' in texts:
        return 'In Python 2 `open` takes no `%s=`: read bytes and write `.decode("utf-8")`, or use `io.open`.' % keyword
    if keyword == 'flush' and 'print' in texts:
        return 'In Python 2 `print` has no `flush=`.'
    return None


def _count(about, message):
    name = message.partition('()')[0]
    if message.startswith('str() takes at most 1 argument'):
        return 'In Python 2 bytes become text with `x.decode("utf-8")`, and text becomes bytes with `x.encode("utf-8")`.'
    found = _functions(about, name)
    if len(found) != 1:
        return None
    chain, entry = found[0]
    if entry[0] == 'method' and not entry[3] and message.endswith('takes no arguments (1 given)'):
        return 'A method is given its object first: write `def %s(self):`.' % name
    return None


def _constructor_hint(about):
    """`object() takes no parameters`: an `__init__` that is called otherwise."""
    if about.message not in ('object() takes no parameters', 'this constructor takes no arguments'):
        return None
    for chain, entry in about.known.items():
        if entry[0] == 'class' and '__init__' not in [each for each in entry[2] if each not in dir(object)]:
            for each in entry[2]:
                if each in ('_init_', '__int__', '__init', '_init__', '__init_', 'init', '__inti__', '__ini__', 'init__', '__Init__'):
                    return '`%s` has `%s`; what makes a new object is called `__init__`, with two underscores on each side.' % (
                        chain, each)
    return None


def _value_hint(about):
    texts = [token[1] for token in about.tokens]
    found = about.parts("invalid literal for int() with base 10: '", "'")
    if found:
        text = found[0].strip()
        if text == '':
            return 'The text is empty: nothing was typed into the field, or there is nothing to read.'
        if text.count('.') == 1 and text.replace('.', '').lstrip('-+').isdigit():
            return '`int` reads whole numbers only: use `float(...)`.'
        if text.count(',') == 1 and text.replace(',', '').lstrip('-+').isdigit():
            return 'Python writes a number with a point, not with a comma, and `float(...)` reads it.'
        return None
    if about.message in ('need more than 1 value to unpack', 'too many values to unpack') and texts[:1] == ['for'] and 'in' in texts:
        chain = ''.join(_walked(texts))
        entry = about.known.get(chain)
        if entry is not None and entry[1] == 'dict' and ',' in texts[:texts.index('in')]:
            return 'Going through a dictionary gives its keys; keys with values come from `%s.items()`.' % chain
    return None


def _decode_hint(about):
    if about.message.startswith("'ascii' codec can't decode byte") and '.decode(' in about.line:
        return 'These bytes are not ASCII: the texts of a page are UTF-8, so `.decode("utf-8")` may be what you want.'
    if about.message.startswith("'ascii' codec can't decode byte"):
        return ('Bytes with accents were mixed with a `unicode` text: turn them into `unicode` first, with '
                '`.decode("utf-8")`.')
    return None


def _encode_hint(about):
    if about.message.startswith("'ascii' codec can't encode character") and '.encode(' in about.line:
        return 'The text has letters that ASCII has not: `.encode("utf-8")` has room for all.'
    if about.message.startswith("'ascii' codec can't encode character"):
        return 'A `unicode` text with accents must become bytes first: write `.encode("utf-8")`.'
    return None


def _input_hint(about):
    texts = [token[1] for token in about.tokens]
    if 'raw_input' in texts or 'input' in texts:
        return 'There is nothing to read: in a page, what people type comes from the field of a form.'
    return None


# SyntaxError.

_KEYWORDS = ('and as assert break class continue def del elif else except exec finally for from global if import in is lambda '
             'not or pass print raise return try while with yield').split()
_BLOCKS = ('if', 'elif', 'else', 'for', 'while', 'def', 'class', 'try', 'except', 'finally', 'with')
_OPERATORS = ('**=', '//=', '>>=', '<<=', '**', '//', '>>', '<<', '<=', '>=', '==', '!=', '<>', '+=', '-=', '*=', '/=', '%=',
              '&=', '|=', '^=')
_OPEN = '([{'
_CLOSE = ')]}'


def _tokens(line):
    """The tokens of one line: (sort, text, start, end).

    The sort is 'name', 'number', 'string', 'broken' (a text that is not closed) or 'op'.
    """
    found = []
    at = 0
    while at < len(line) and len(found) < 400:
        letter = line[at]
        start = at
        if letter in ' \t\r\n\f':
            at += 1
            continue
        if letter == '#':
            break
        if letter.isalpha() and letter < '\x80' or letter == '_':
            while at < len(line) and line[at] < '\x80' and (line[at].isalnum() or line[at] == '_'):
                at += 1
            sort = 'name'
            if line[at:at + 1] in ('"', "'") and line[start:at].lower() in ('r', 'u', 'b', 'ur', 'br'):
                sort, at = _string(line, at)
        elif letter in '"\'':
            sort, at = _string(line, at)
        elif letter.isdigit() or (letter == '.' and line[at + 1:at + 2].isdigit()):
            at = _number(line, at)
            sort = 'number'
        else:
            sort = 'op'
            for operator in _OPERATORS:
                if line.startswith(operator, at):
                    at += len(operator)
                    break
            else:
                at += 1
                if letter >= '\x80':
                    while at < len(line) and '\x80' <= line[at] < '\xc0':
                        at += 1
        found.append((sort, line[start:at], start, at))
    return found


def _string(line, at):
    quote = line[at]
    if line.startswith(quote * 3, at):
        end = line.find(quote * 3, at + 3)
        return ('string', end + 3) if end >= 0 else ('broken', len(line))
    at += 1
    while at < len(line) and line[at] != quote:
        at += 2 if line[at] == '\\' else 1
    return ('string', at + 1) if at < len(line) else ('broken', len(line.rstrip('\n')))


def _number(line, at):
    if line[at:at + 2].lower() in ('0x', '0b', '0o'):
        at += 2
        while line[at:at + 1].isalnum():
            at += 1
        return at
    while line[at:at + 1].isdigit() or line[at:at + 1] == '.':
        at += 1
    if line[at:at + 1] in ('e', 'E') and (line[at + 1:at + 2].isdigit() or line[at + 1:at + 2] in ('+', '-')):
        at += 2
        while line[at:at + 1].isdigit():
            at += 1
    if line[at:at + 1] in ('l', 'L', 'j', 'J'):
        at += 1
    return at


class _Wrong(object):
    """The token at which Python gave up, and what stands around it; `text` is '' at the end of the line."""

    def __init__(self, about):
        self.about = about
        self.line = about.line.rstrip('\n')
        self.tokens = tokens = about.tokens
        self.at = len(tokens)
        for at in range(len(tokens)):
            if tokens[at][3] >= about.offset:
                self.at = at
                break
        self.text = self.token(0)[1]
        self.sort = self.token(0)[0]
        self.first = tokens[0][1] if tokens else ''
        self.texts = [token[1] for token in tokens]

    def token(self, distance):
        at = self.at + distance
        return self.tokens[at] if 0 <= at < len(self.tokens) else ('', '', -1, -1)

    def word(self, distance):
        return self.token(distance)[1]

    def touches(self, left, right):
        """Do two tokens stand side by side?"""
        return self.token(left)[3] == self.token(right)[2]

    def with_text(self, distance, text):
        """The line with another text for a token."""
        _, _, start, end = self.token(distance)
        return self.line[:start] + text + self.line[end:]

    def open_bracket(self):
        """The position of the innermost bracket that is open before the wrong token; -1 when none is."""
        stack = []
        for at in range(self.at):
            if self.texts[at] in ('(', '[', '{'):
                stack.append(at)
            elif self.texts[at] in (')', ']', '}') and stack:
                stack.pop()
        return stack[-1] if stack else -1


def _compiles(line):
    """Would the line be right, with a block after it where it begins one?"""
    line = line.strip()
    first = line.split(' ')[0].split(':')[0].split('(')[0]
    before = {'elif': 'if 1: pass', 'else': 'if 1: pass', 'except': 'try: pass', 'finally': 'try: pass'}.get(first, 'pass')
    after = 'except: pass' if first == 'try' else 'pass'
    for block in ('', '   pass'):
        lines = ['def f(self):', ' while 1:', '  ' + before, '  ' + line, block, '  ' + after, '']
        try:
            compile('\n'.join(lines), 'hint', 'exec')
            return True
        except (SyntaxError, ValueError, TypeError):
            pass
    return False


def _syntax_hint(about):
    message = about.message
    if message == 'invalid syntax':
        wrong = _Wrong(about)
        for look in _LOOKS:
            hint = look(wrong)
            if hint is not None:
                return hint
        return None
    if message == 'invalid token':
        return _token_hint(about)
    if message == 'EOL while scanning string literal':
        return _open_text(about)
    found = about.parts('future feature ', ' is not defined')
    if found and found[0] == 'annotations':
        return 'Python 2 has no type annotations: leave this line out.'
    if message == "can't assign to operator" and len(about.tokens) > 3 and about.tokens[1][1] == '-' and about.tokens[3][1] == '=':
        if about.tokens[0][0] == about.tokens[2][0] == 'name':
            return 'A name cannot have a hyphen in it: write `%s_%s`.' % (about.tokens[0][1], about.tokens[2][1])
    return _SYNTAX_SENTENCES.get(message)


_SYNTAX_SENTENCES = {
    "can't assign to function call": 'On the left of `=` stands a call: a value is given to a name, and `==` compares.',
    "can't assign to literal": 'On the left of `=` stands a value: the name comes first, as in `name = value`.',
    "can't assign to operator": 'On the left of `=` stands a calculation: only a name, an attribute or an item can be given a value.',
    "can't assign to comparison": 'On the left of `=` stands a comparison: only a name, an attribute or an item can be given a value.',
    "'return' outside function": '`return` belongs in a function: look at the indentation of this line.',
    "'yield' outside function": '`yield` belongs in a function: look at the indentation of this line.',
    "'break' outside loop": '`break` belongs in a loop: look at the indentation of this line.',
    "'continue' not properly in loop": '`continue` belongs in a loop: look at the indentation of this line.',
    'non-default argument follows default argument': 'Parameters that have a value already must come after those that have none.',
    'non-keyword arg after keyword arg': 'Values with a name, as in `name=value`, must come after those without.',
    'EOF while scanning triple-quoted string literal': 'A text that begins with three quotes is not closed: end it with the same three.',
    'unexpected EOF while parsing': 'Something is still missing at the end: a bracket that closes, or the lines that belong to a colon.',
    'unexpected character after line continuation character':
        'After a backslash the line must end: not even a space may follow.',
    'from __future__ imports must occur at the beginning of the file': 'Move it to the first line of code.',
    "keyword can't be an expression": 'Left of `=` in a call stands the name of a parameter, without quotes or dots.',
    'Generator expression must be parenthesized if not sole argument': 'Put round brackets around the part with `for`.',
}


def _token_hint(about):
    for sort, text, _, end in about.tokens:
        if sort == 'number' and text[:1] == '0' and text[1:].isdigit() and end >= about.offset - 1:
            return 'A number that begins with 0 is octal, with digits from 0 to 7: leave out the 0, or use a text.'
    return None


def _open_text(about):
    for sort, text, start, _ in about.tokens:
        if sort == 'broken':
            quote = text.lstrip('rRuUbB')[:1]
            return 'The text that begins with `%s` is not closed on this line: it ends with the same sign.' % quote
    return None


def _open_bracket(wrong):
    if wrong.at != 0 and not (wrong.first in _KEYWORDS and wrong.first not in ('for', 'if', 'in', 'and', 'or', 'not', 'lambda')):
        return None
    depth = 0
    lines = wrong.about.before
    for back in range(1, len(lines) + 1):
        line = lines[-back]
        if '<%' in line or '%>' in line or '"""' in line or "'''" in line:
            return None
        for sort, text, _, _ in reversed(_tokens(line)):
            if sort == 'broken':
                return None
            if sort == 'op' and text in _CLOSE:
                depth += 1
            elif sort == 'op' and text in _OPEN:
                if depth == 0:
                    return 'The bracket `%s` of line %d is still open here: close it, or put the comma that is missing.' % (
                        text, wrong.about.number - back)
                depth -= 1
    return None


def _broken_quote(wrong):
    if wrong.sort == 'name' and wrong.token(-1)[0] == 'string' and wrong.touches(-1, 0) and 'broken' in [
            token[0] for token in wrong.tokens[wrong.at:]]:
        quote = wrong.word(-1)[-1]
        return 'The second `%s` ends the text: write `\\%s` inside it, or put %s around it.' % (
            quote, quote, 'double quotes' if quote == "'" else 'single quotes')
    return None


def _strange_sign(wrong):
    text = wrong.text
    if wrong.sort != 'op':
        return None
    if text in ('\xe2\x80\x9c', '\xe2\x80\x9d', '\xe2\x80\x9e', '\xe2\x80\x98', '\xe2\x80\x99', '\xc2\xab', '\xc2\xbb'):
        return 'These are typographic quotes: Python wants the plain ones, `"` or `\'`.'
    if text == '\xc2\xa0':
        return 'Here is a space of another kind, as word processors write it: type a plain one.'
    if text >= '\x80':
        return 'In Python 2 only texts and comments may have signs like `%s`: names have the letters a to z, digits and `_`.' % text
    if text == '$':
        return 'Names have no `$` in Python.'
    if text == '?' and ':' in wrong.texts[wrong.at:]:
        return 'Python has no `? :`: write `a if condition else b`.'
    return None


def _signs(wrong):
    text, before = wrong.text, wrong.word(-1)
    if text == '&' and before == '&' and wrong.touches(-1, 0):
        return 'In Python this is written `and`.'
    if text == '|' and before == '|' and wrong.touches(-1, 0):
        return 'In Python this is written `or`.'
    if text == '!' and wrong.at > 0 and (wrong.word(1) == '(' or wrong.token(1)[0] == 'name') and (
            before in _KEYWORDS or wrong.token(-1)[0] in ('', 'op') and before not in (')', ']', '}')):
        return 'In Python this is written `not`.'
    if (before in ('+', '-') and wrong.word(-2) == before and wrong.touches(-2, -1)
            and (text in ('', ';', ')', ',')) and wrong.token(-3)[0] == 'name'):
        if not wrong.first == 'for':
            return 'Python has no `%s%s`: write `%s %s= 1`.' % (before, before, wrong.word(-3), before)
    if text == '=' and wrong.word(1) == '>' and wrong.touches(0, 1):
        return 'In Python this is written `>=`.' if wrong.first in ('if', 'elif', 'while', 'return') else None
    if text == '=' and wrong.word(1) == '<' and wrong.touches(0, 1):
        return 'In Python this is written `<=`.'
    if text == '<' and before == '=' and wrong.touches(-1, 0):
        return 'In Python this is written `<=`.'
    if text == '=' and before in ('==', '!=') and wrong.touches(-1, 0):
        return 'In Python this is written `%s`.' % before
    if text == '//' and wrong.at == 0 or (text == '/' and wrong.word(1) == '/'):
        return 'In Python a comment begins with `#`.'
    if (text == '/' and wrong.word(1) in ('*', '**') and wrong.at == 0) or (text == '/' and wrong.at == 0):
        return 'In Python a comment begins with `#`.'
    if text == '//' and wrong.tokens[-1] == wrong.token(0):
        return None
    return None


def _printing(wrong):
    if wrong.first != 'print' or wrong.texts[1:2] != ['(']:
        return None
    future = 'or begin with `from __future__ import print_function`'
    if wrong.text == '=':
        name = wrong.word(-1)
        if name == 'end':
            return 'In Python 2 `print` has no `end=`: write `print x,` with a comma to go on in the same line, %s.' % future
        if name == 'sep':
            return 'In Python 2 `print` has no `sep=`: use `print ", ".join(...)`, %s.' % future
        if name == 'file':
            return 'In Python 2 `print` has no `file=`: write `print >>f, x`, %s.' % future
        if name == 'flush':
            return 'In Python 2 `print` has no `flush=`: leave it out.'
    if wrong.text == '*' and wrong.word(-1) in ('(', ','):
        return 'In Python 2 `print` is no function and takes no `*`: use `print " ".join(...)`, %s.' % future
    return None


def _later_words(wrong):
    text, before = wrong.text, wrong.word(-1)
    if wrong.sort in ('string', 'broken') and wrong.touches(-1, 0) and wrong.token(-1)[0] == 'name':
        if before.lower() in ('f', 'fr', 'rf'):
            return 'Python 2 has no texts with `f` before them: write `"... %s ..." % x`, or `"... {0} ...".format(x)`.'
        if before.lower() == 'rb':
            return 'In Python 2 write `br` instead of `rb`.'
    if wrong.first == 'raise' and text == 'from':
        return 'Python 2 cannot say from which error another comes: leave out `from`.'
    if wrong.at == 1 and before == 'nonlocal' and wrong.sort == 'name':
        return ('Python 2 has no `nonlocal`: keep the value in a list or a dictionary of the outer function, as in '
                '`box = [0]`, and change `box[0]`.')
    if wrong.at == 1 and before == 'async' and text in ('def', 'with', 'for'):
        return 'Python 2 has no `async` and no `await`: leave both words out.'
    if before == 'await' and (wrong.sort == 'name'):
        return 'Python 2 has no `async` and no `await`: leave both words out.'
    if text == ':' and wrong.word(1) == '=' and wrong.touches(0, 1):
        return 'Python 2 has no `:=`: give the name its value on a line of its own.'
    if text == 'from' and before == 'yield':
        return 'Python 2 has no `yield from`: write `for x in ...: yield x`.'
    if text == '@' and wrong.at > 0:
        return 'Python 2 has no operator `@`.'
    if wrong.sort == 'name' and text[:1] == '_' and wrong.token(-1)[0] == 'number' and wrong.touches(-1, 0):
        if text.replace('_', '').isdigit():
            return 'Python 2 has no `_` in numbers: write `%s`.' % (before + text).replace('_', '')
    if before == 'match' and wrong.at == 1 and wrong.texts[-1] == ':':
        return 'Python 2 has no `match`: use `if` and `elif`.'
    if before == 'type' and wrong.at == 1 and '=' in wrong.texts:
        return 'Python 2 has no `type` statement.'
    return None


def _annotations(wrong):
    text = wrong.text
    hint = 'Python 2 has no type annotations: leave out `%s` and what follows it.'
    if wrong.first == 'def':
        if text == ':' and wrong.open_bracket() >= 0 and wrong.at == len(wrong.tokens) - 1:
            return 'The bracket `%s` is not closed before the colon.' % wrong.texts[wrong.open_bracket()]
        if text == ':' and wrong.open_bracket() >= 0 and wrong.token(-1)[0] == 'name' and wrong.token(1)[0] in (
                'name', 'string') and (')' in wrong.texts[wrong.at:] or wrong.texts[-1] == ','):
            return 'Python 2 has no type annotations: write the parameter alone, as `%s`.' % wrong.word(-1)
        if text == '-' and wrong.word(1) == '>' and wrong.touches(0, 1):
            return hint % '->'
        if text == '/' and wrong.open_bracket() >= 0:
            return 'Python 2 has no parameters without a name: leave out `/`.'
        if text in (',', ')') and wrong.word(-1) == '*' or (
                wrong.sort == 'name' and wrong.word(-1) == ',' and wrong.word(-3) == '*'):
            return 'Python 2 has no parameters that must be given by name: after `*args` only `**kw` may follow.'
    if text == ':' and wrong.at >= 1 and wrong.first not in _KEYWORDS and wrong.token(1)[0] in ('name', 'string'):
        if wrong.at == 1 or (wrong.at == 3 and wrong.texts[:2] == ['self', '.']):
            if _near(wrong.first, _BLOCKS) is None and wrong.token(1)[2] > wrong.token(0)[3] - 1:
                if wrong.at + 2 == len(wrong.tokens) or wrong.word(2) in ('=', '['):
                    return 'Python 2 has no type annotations: write `%s = ...` alone.' % ''.join(wrong.texts[:wrong.at])
    return None


def _stars(wrong):
    text = wrong.text
    bracket = wrong.open_bracket()
    if text == '**' and bracket >= 0 and wrong.texts[bracket] == '{':
        return 'Python 2 has no `**` in a dictionary: copy one with `dict(a)`, then use `update`.'
    if text != '*':
        return None
    after = wrong.texts[wrong.at:]
    if bracket < 0 and '=' in after and wrong.token(1)[0] == 'name':
        return 'Python 2 has no `*` on the left of `=`: take the parts one by one, as in `a, rest = x[0], x[1:]`.'
    if bracket >= 0 and wrong.texts[bracket] == '[' and wrong.word(-1) in ('[', ','):
        return 'Python 2 has no `*` in a list: join lists with `+`, as in `[1] + x`.'
    is_call = bracket > 0 and wrong.texts[bracket] == '(' and wrong.tokens[bracket - 1][0] == 'name'
    if is_call and wrong.word(-1) == ',' and '*' in wrong.texts[bracket:wrong.at]:
        return 'In Python 2 a call has one `*` only: join the lists with `+` first.'
    return None


def _conditions(wrong):
    if wrong.first == 'for' and wrong.texts[1:2] == ['('] and (';' in wrong.texts or wrong.text == '='):
        return 'In Python a loop that counts is written `for i in range(10):`.'
    if wrong.text == '=' and wrong.first in ('if', 'elif', 'while') and wrong.word(1) not in ('>', '<'):
        return 'One `=` gives a name its value; to compare, write `==`.'
    return None


def _blocks(wrong):
    first, text = wrong.first, wrong.text
    if first == 'else' and text == 'if' and wrong.at == 1:
        return 'In Python this is written `elif`.'
    if first in ('elseif', 'elsif', 'elseIf', 'elif_') and wrong.at == 1:
        return 'In Python this is written `elif`.'
    if text == '{' and wrong.at == len(wrong.tokens) - 1 and first in _BLOCKS:
        return 'Python has no `{` and `}` around a block: the line ends with `:`, and the lines of the block are indented.'
    if first == '}' and wrong.at == 0:
        return 'Python has no `{` and `}` around a block: a block ends where the indentation ends.' if len(wrong.tokens) == 1 else None
    if text == 'then' and first in ('if', 'elif'):
        return 'Python has no `then`: a colon is enough.'
    if first in _BLOCKS and wrong.at > 0 and text != ':':
        start = wrong.token(0)[2] if text else len(wrong.line)
        code = wrong.line
        if text == '' and wrong.tokens:
            start = wrong.tokens[-1][3]
        if wrong.word(-1) != ':' and wrong.open_bracket() < 0 and _compiles(code[:start].rstrip() + ': ' + code[start:]):
            return 'A colon `:` is missing %s.' % ('at the end of the line' if text == '' else 'before `%s`' % text)
    if wrong.at == 0 and first in ('else', 'elif') and len(wrong.tokens) > 1:
        return 'There is no `if` above with the same indentation to which this `%s` belongs.' % first
    if wrong.at == 0 and first in ('except', 'finally'):
        return 'There is no `try` above with the same indentation to which this `%s` belongs.' % first
    if first == 'except' and text == 'as' and ',' in wrong.texts:
        return 'Put round brackets around the exceptions: `except (A, B) as e:`.'
    return None


def _other_languages(wrong):
    before, text = wrong.word(-1), wrong.text
    if wrong.at == 1 and wrong.sort == 'name' and before in ('var', 'let', 'const'):
        return 'A variable needs no `%s` in Python: write `%s = ...`.' % (before, text)
    if wrong.at == 1 and wrong.sort == 'name' and before in ('function', 'func', 'fun', 'sub') and '(' in wrong.texts:
        return 'In Python a function begins with `def`.'
    if before == 'new' and wrong.sort == 'name' and wrong.word(1) in ('(', ''):
        return 'Python has no `new`: write `%s()`.' % text
    if wrong.at == 1 and before in ('switch', 'case'):
        return 'Python has no `%s`: use `if` and `elif`.' % before
    if wrong.at == 1 and before == 'foreach':
        return 'In Python this is written `for`.'
    if wrong.first == 'for' and text == 'of' and wrong.at == 2:
        return 'In Python this is written `in`.'
    if wrong.first == 'import' and text == 'from':
        return 'The other way round: `from %s import %s`.' % (wrong.word(1) or 'module', ' '.join(wrong.texts[1:wrong.at]))
    if wrong.first == 'class' and text == '=' and before == 'metaclass':
        return 'In Python 2 write `__metaclass__ = ...` as the first line of the class.'
    if wrong.at == 1 and before in ('echo', 'puts', 'say', 'printf') and wrong.sort in ('string', 'name', 'number'):
        return 'In Python this is written `print`.'
    return None


def _names(wrong):
    text, before = wrong.text, wrong.word(-1)
    if wrong.at == 1 and wrong.first in _KEYWORDS and text == '=' and wrong.first not in ('print', 'exec'):
        return '`%s` is a word of the language, so it cannot be a name.' % wrong.first
    if text in _KEYWORDS and (before in ('def', '.', 'class') or (wrong.word(1) == '=' and before in ('(', ',', 'for'))):
        return '`%s` is a word of the language, so it cannot be a name.' % text
    if text == '=' and before in ('print', 'exec') and wrong.at == 1:
        return '`%s` is a word of the language, so it cannot be a name.' % before
    follows_number = wrong.sort == 'name' and wrong.token(-1)[0] == 'number' and wrong.touches(-1, 0)
    if follows_number and (wrong.at == 1 or wrong.word(-2) in ('.', 'def')):
        return 'A name cannot begin with a digit.'
    if wrong.sort == 'number' and before in ('def', 'class') and wrong.at == 1:
        return 'A name cannot begin with a digit.'
    if 'lambda' in wrong.texts[:wrong.at] and text in ('return', 'print') and before == ':':
        return 'After `lambda` stands only the value, without `return`.' if text == 'return' else (
            'In Python 2 `print` is a statement, and after `lambda` stands a value.')
    return None


def _misspelt(wrong):
    """A first word that is nearly one of the language, when the line is right with that one."""
    first = wrong.first
    if not wrong.tokens or wrong.tokens[0][0] != 'name' or first in _KEYWORDS or wrong.at == 0:
        return None
    near = _near(first, _KEYWORDS)
    if near is None or len(first) < 3:
        return None
    line = wrong.line.lstrip()
    if _compiles(near + line[len(first):]):
        return 'There is no word `%s`; did you mean `%s`?' % (first, near)
    return None


def _brackets(wrong):
    if wrong.text not in (')', ']', '}') or wrong.text == '':
        return None
    bracket = wrong.open_bracket()
    wanted = {'(': ')', '[': ']', '{': '}'}
    if bracket >= 0:
        opened = wrong.texts[bracket]
        if wanted[opened] != wrong.text:
            return 'What `%s` opens is closed by `%s`, not by `%s`.' % (opened, wanted[opened], wrong.text)
        return None
    for line in wrong.about.before:
        for token in _tokens(line):
            if token[0] == 'broken' or token[1] in ('(', '[', '{') or token[1][:3] in ('"""', "'''"):
                return None
    return 'There is no bracket that this `%s` closes.' % wrong.text


def _side_by_side(wrong):
    """Two values with nothing between them."""
    values = ('name', 'number', 'string')
    before = wrong.token(-1)
    if wrong.sort not in values or wrong.text in _KEYWORDS:
        return None
    if before[0] not in values and before[1] not in (')', ']', '}') or before[1] in _KEYWORDS:
        return None
    if wrong.sort == before[0] == 'name' and wrong.at == 1:
        if wrong.word(1) == '=' and wrong.word(2) != '=':
            return 'A name cannot have a space in it: write `%s_%s`.' % (before[1], wrong.text)
        return None
    line = wrong.line
    start = wrong.token(0)[2]
    if before[0] == 'string' and _compiles(line[:start] + '% ' + line[start:]) and '%' in before[1]:
        return 'Between the text and `%s` a `%%` is missing.' % wrong.text
    if _compiles(line[:start] + ', ' + line[start:]):
        return 'Between `%s` and `%s` something is missing: a comma, or a sign such as `+`.' % (before[1], wrong.text)
    return None


def _ends_too_soon(wrong):
    if wrong.text != '' or not wrong.tokens:
        return None
    last = wrong.tokens[-1]
    if last[0] == 'op' and last[1] not in (')', ']', '}', ':', ';', '@') or last[1] in ('and', 'or', 'not', 'in', 'is'):
        if wrong.texts[-2:] in (['+', '+'], ['-', '-']):
            return None
        return 'The line ends too soon: something must follow `%s`.' % last[1]
    return None


_LOOKS = (_broken_quote, _strange_sign, _printing, _later_words, _annotations, _conditions, _signs, _stars, _open_bracket, _blocks,
          _other_languages, _names, _misspelt, _brackets, _side_by_side, _ends_too_soon)


def _indentation_hint(about):
    margin = about.line[:len(about.line) - len(about.line.lstrip())]
    margins = [line[:len(line) - len(line.lstrip())] for line in about.before if line.strip()]
    above = ''.join(margins)
    if about.message == 'inconsistent use of tabs and spaces in indentation' or (
            margin and ('\t' in margin) != ('\t' in above) and above):
        return 'Some lines are indented with tabs and some with spaces: use spaces everywhere.'
    if about.message == 'expected an indented block':
        return 'After a line that ends with a colon the lines that belong to it must be indented; `pass` does nothing.'
    if about.message == 'unexpected indent':
        return 'This line is indented further than the one above, which does not begin a block.'
    if about.message == 'unindent does not match any outer indentation level':
        return 'This line begins further left than the one above, but under no other line: indent it like the block it belongs to.'
    return None


# Those that say enough without the line that failed.
_FAR_KINDS = ('UnicodeDecodeError', 'UnicodeEncodeError', 'SyntaxError', 'IndentationError', 'TabError', 'ImportError')

_KINDS = {
    'NameError': (_name_hint,),
    'UnboundLocalError': (_unbound_hint,),
    'AttributeError': (_attribute_hint,),
    'ImportError': (_import_hint,),
    'TypeError': (_type_hint, _constructor_hint),
    'ValueError': (_value_hint,),
    'UnicodeDecodeError': (_decode_hint,),
    'UnicodeEncodeError': (_encode_hint,),
    'EOFError': (_input_hint,),
    'SyntaxError': (_syntax_hint,),
    'IndentationError': (_indentation_hint,),
    'TabError': (_indentation_hint,),
}
