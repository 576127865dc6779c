/**
 * The library: standard modules written in Python, in `src/python/lib`. Only this list is part of the engine; the texts are
 * brought when a page needs them.
 *
 * A module of the library is known by its file, `/lib/NAME.py`: no site has a file whose path begins with a slash.
 */

/** What `sqlite3` needs besides its text: not a text, but SQLite itself. */
export const sqliteModule = "_sqlite3";

/**
 * Each module of the library, and those of the library that it imports; with a `!` where CPython's is in C. A text, since an engine that starts needs
 * none of them.
 */
const imports = `
Cookie: cPickle time
HTMLParser: htmlentitydefs markupbase
Queue: collections heapq thread
StringIO:
UserDict: copy
UserList:
UserString:
__future__:
_abcoll: abc
_collections!:
_hashlib!: binascii
_hints:
_pickle!: copy_reg exceptions types
_re_compiler:
_sqlite3:
_sys!: traceback
_unicode_data:
_unicode_names:
_urlencoded:
_warm_up:
_warnings!: warnings
abc: types
atexit: traceback
base64: binascii
binascii!:
bisect!:
cPickle!: _pickle
cStringIO!:
calendar: datetime locale
cgi: _urlencoded cStringIO
cmath!: math
codecs:
collections: _abcoll _collections
contextlib:
copy: copy_reg types
copy_reg: types
datetime!: time
errno!:
exceptions:
decimal: collections numbers
fnmatch: os re
fractions: math numbers
functools!:
gc!:
getopt:
gettext: locale
glob: fnmatch os
hashlib: _hashlib
heapq!:
hmac: _hashlib hashlib
htmlentitydefs:
imp!: os
inspect: collections linecache operator os types
io!:
itertools!:
json:
linecache:
locale:
logging: time traceback
markupbase:
marshal!:
math!:
md5: _hashlib
mimetypes: urllib
new: types
numbers: abc
operator!:
optparse: textwrap
os: errno posix posixpath
pickle: _pickle
platform:
posix!:
posixpath: posix
pprint: cStringIO
random: math
re: _re_compiler
repr: itertools
sets: copy
sha: _hashlib
shutil: fnmatch os
sqlite3!: _sqlite3
sre_constants: _re_compiler
stat:
string:
struct!:
tempfile: cStringIO os random
textwrap:
this:
thread!:
threading: thread
time!:
traceback: linecache
types:
unicodedata!: _unicode_data _unicode_names
urllib: _urlencoded
urlparse: _urlencoded collections
uuid: binascii hashlib random time
warnings: _warnings linecache re types
weakref: UserDict copy operator types
zlib!: binascii
`;

let known: ReadonlyMap<string, readonly string[]> | null = null;

/** What `imports` says. */
function dependencies(): ReadonlyMap<string, readonly string[]> {
  known ??= new Map(imports.trim().split("\n").map(readLine));
  return known;
}

/** `Queue: collections heapq thread`, read. */
function readLine(line: string): [module: string, imported: string[]] {
  const [module = "", ...imported] = line.split(/:? /);
  return [module.replace(/!?:?$/, ""), imported];
}

/** The names of all modules of the library that are texts. */
export function libraryModules(): string[] {
  return [...dependencies().keys()].filter((name) => name !== sqliteModule);
}

/** Is `name` one of them? */
export function isLibraryModule(name: string): boolean {
  return name !== sqliteModule && dependencies().has(name);
}

/** The file that tracebacks name for a module of the library. */
export function libraryFile(name: string): string {
  return `/lib/${name}.py`;
}

/** Is this the file of library code: the machine's own, in which no learner steps? */
export function isLibraryFile(filename: string): boolean {
  return filename.startsWith("/lib/");
}

/** The module whose file `libraryFile` named so; undefined for any other file. */
export function libraryModuleOf(filename: string): string | undefined {
  const name = /^\/lib\/(\w+)\.py$/.exec(filename)?.[1];
  return name !== undefined && dependencies().has(name) ? name : undefined;
}

/** Is this the file of a module that CPython writes in C? Its calls are no levels of a traceback. */
export function isHiddenFile(filename: string): boolean {
  return isLibraryFile(filename) && isInC(filename);
}

function isInC(filename: string): boolean {
  return imports.includes(`\n${libraryModuleOf(filename)}!:`);
}

/** The modules of the library that importing `names` (dotted, as in `import`) needs, with all that those need. */
export function requiredModules(names: Iterable<string>): string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name) || !dependencies().has(name)) return;
    found.add(name);
    dependencies().get(name)?.forEach(add);
  };
  for (const name of names) add(name.split(".")[0] ?? name);
  return [...found].sort();
}
