"""`mimetypes`: the media type of a file by the end of its name.

NOT-PYTHON: CPython adds the tables that it finds on the machine it runs on; here there are none.
"""

import urllib

__all__ = ['guess_type', 'guess_extension', 'guess_all_extensions', 'add_type', 'read_mime_types', 'init']

knownfiles = []
inited = False

suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz', '.tbz2': '.tar.bz2',
              '.txz': '.tar.xz'}
encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz'}


def _table(text):
    """A map from ends of names to types, of types that are followed by their ends."""
    table = {}
    for word in text.split():
        if word[0] == '.':
            table[word] = kind
        else:
            kind = word
    return table


types_map = _table('''
application/javascript .js .mjs application/json .json application/msword .dot .wiz .doc
application/octet-stream .obj .dll .bin .a .o .so .exe application/oda .oda application/pdf .pdf
application/pkcs7-mime .p7c application/postscript .ai .ps .eps application/vnd.ms-excel .xlb .xls
application/vnd.ms-powerpoint .ppt .pps .ppa .pot .pwz application/x-bcpio .bcpio application/x-cpio .cpio
application/x-csh .csh application/x-dvi .dvi application/x-gtar .gtar application/x-hdf .hdf
application/x-latex .latex application/x-mif .mif application/x-netcdf .nc .cdf application/x-pkcs12 .p12 .pfx
application/x-pn-realaudio .ram application/x-python-code .pyc .pyo application/x-sh .sh application/x-shar
.shar application/x-shockwave-flash .swf application/x-sv4cpio .sv4cpio application/x-sv4crc .sv4crc
application/x-tar .tar application/x-tcl .tcl application/x-tex .tex application/x-texinfo .texi .texinfo
application/x-troff .tr .t .roff application/x-troff-man .man application/x-troff-me .me application/x-troff-ms
.ms application/x-ustar .ustar application/x-wais-source .src application/xml .wsdl .xsl .rdf .xpdl
application/zip .zip audio/basic .au .snd audio/mpeg .mp3 .mp2 audio/x-aiff .aif .aiff .aifc
audio/x-pn-realaudio .ra audio/x-wav .wav image/gif .gif image/ief .ief image/jpeg .jpe .jpg .jpeg image/png
.png image/svg+xml .svg image/tiff .tif .tiff image/vnd.microsoft.icon .ico image/x-cmu-raster .ras
image/x-ms-bmp .bmp image/x-portable-anymap .pnm image/x-portable-bitmap .pbm image/x-portable-graymap .pgm
image/x-portable-pixmap .ppm image/x-rgb .rgb image/x-xbitmap .xbm image/x-xpixmap .xpm image/x-xwindowdump .xwd
message/rfc822 .eml .mht .nws .mhtml text/css .css text/csv .csv text/html .htm .html text/plain .ksh .bat .h
.txt .pl .c text/richtext .rtx text/tab-separated-values .tsv text/x-python .py text/x-setext .etx text/x-sgml
.sgm .sgml text/x-vcard .vcf text/xml .xml video/mp4 .mp4 video/mpeg .mpeg .m1v .mpa .mpg .mpe video/quicktime
.mov .qt video/webm .webm video/x-msvideo .avi video/x-sgi-movie .movie
''')

# What is no registered type.
common_types = _table('''
application/rtf .rtf audio/midi .mid .midi image/jpg .jpg image/pict .pic .pct .pict text/xul .xul
''')


class MimeTypes:
    """A table of types of its own."""

    def __init__(self, filenames=(), strict=True):
        self.encodings_map = encodings_map.copy()
        self.suffix_map = suffix_map.copy()
        self.types_map = ({}, {})
        self.types_map_inv = ({}, {})
        for kinds, known in (True, types_map), (False, common_types):
            for ext, type in known.items():
                self.add_type(type, ext, kinds)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        """Has names that end with `ext` be of this type."""
        self.types_map[strict][ext] = type
        known = self.types_map_inv[strict].setdefault(type, [])
        if ext not in known:
            known.append(ext)

    def guess_type(self, url, strict=True):
        """The type of what has this name, and how it is packed; None for what is not known."""
        scheme, url = urllib.splittype(url)
        if scheme == 'data':
            comma = url.find(',')
            if comma < 0:
                return None, None
            type = url[:comma].split(';')[0]
            return ('text/plain' if '=' in type or '/' not in type else type), None
        base, ext = _split(url)
        while ext in self.suffix_map:
            base, ext = _split(base + self.suffix_map[ext])
        encoding = self.encodings_map.get(ext)
        if encoding is not None:
            base, ext = _split(base)
        for table in (self.types_map[True],) if strict else (self.types_map[True], self.types_map[False]):
            for each in ext, ext.lower():
                if each in table:
                    return table[each], encoding
        return None, encoding

    def guess_all_extensions(self, type, strict=True):
        """The ends of names that things of this type have."""
        type = type.lower()
        found = list(self.types_map_inv[True].get(type, []))
        if not strict:
            found += [ext for ext in self.types_map_inv[False].get(type, []) if ext not in found]
        return found

    def guess_extension(self, type, strict=True):
        """One of them; None for a type that is not known."""
        found = self.guess_all_extensions(type, strict)
        return found[0] if found else None

    def read(self, filename, strict=True):
        """Reads a table of lines such as "text/html html htm"."""
        with open(filename) as fp:
            self.readfp(fp, strict)

    def readfp(self, fp, strict=True):
        """Reads such a table from an open file."""
        for line in fp:
            words = line.split()
            for at, word in enumerate(words):
                if word[0] == '#':
                    del words[at:]
                    break
            for suffix in words[1:]:
                self.add_type(words[0], '.' + suffix, strict)


def _split(name):
    """The name before its last dot, and the rest; a dot that begins it does not count."""
    at = name.rfind('.')
    start = name.rfind('/') + 1
    return (name[:at], name[at:]) if at > start and name[start:at].strip('.') else (name, '')


_db = None


def init(files=None):
    """Makes the table that the functions of this module use, with more read from files."""
    global _db, inited, types_map, common_types, suffix_map, encodings_map
    inited = True
    db = MimeTypes(files or ())
    encodings_map, suffix_map = db.encodings_map, db.suffix_map
    common_types, types_map = db.types_map
    _db = db


def _known():
    if _db is None:
        init()
    return _db


def guess_type(url, strict=True):
    """The type of what has this name, and how it is packed; None for what is not known."""
    return _known().guess_type(url, strict)


def guess_all_extensions(type, strict=True):
    """The ends of names that things of this type have."""
    return _known().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    """One of them; None for a type that is not known."""
    return _known().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    """Has names that end with `ext` be of this type."""
    return _known().add_type(type, ext, strict)


def read_mime_types(file):
    """The types in a table; None when there is no such file."""
    try:
        fp = open(file)
    except IOError:
        return None
    db = MimeTypes()
    db.readfp(fp, True)
    return db.types_map[True]
