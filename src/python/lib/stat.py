"""What the items of `os.stat` are, and what the bits of the mode of a file say."""

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)

S_IFIFO = 0010000
S_IFCHR = 0020000
S_IFDIR = 0040000
S_IFBLK = 0060000
S_IFREG = 0100000
S_IFLNK = 0120000
S_IFSOCK = 0140000

S_ISUID = 04000
S_ISGID = S_ENFMT = 02000
S_ISVTX = 01000
S_IRWXU = 0700
S_IRUSR = S_IREAD = 0400
S_IWUSR = S_IWRITE = 0200
S_IXUSR = S_IEXEC = 0100
S_IRWXG = 0070
S_IRGRP = 0040
S_IWGRP = 0020
S_IXGRP = 0010
S_IRWXO = 0007
S_IROTH = 0004
S_IWOTH = 0002
S_IXOTH = 0001

UF_NODUMP = 1
UF_IMMUTABLE = 2
UF_APPEND = 4
UF_OPAQUE = 8
UF_NOUNLINK = 16
UF_COMPRESSED = 32
UF_HIDDEN = 0x8000
SF_ARCHIVED = 0x10000
SF_IMMUTABLE = 0x20000
SF_APPEND = 0x40000
SF_NOUNLINK = 0x100000
SF_SNAPSHOT = 0x200000


def S_IMODE(mode):
    """The bits that say who may do what."""
    return mode & 07777


def S_IFMT(mode):
    """The bits that say what kind of file it is."""
    return mode & 0170000


def S_ISDIR(mode):
    return S_IFMT(mode) == S_IFDIR


def S_ISCHR(mode):
    return S_IFMT(mode) == S_IFCHR


def S_ISBLK(mode):
    return S_IFMT(mode) == S_IFBLK


def S_ISREG(mode):
    return S_IFMT(mode) == S_IFREG


def S_ISFIFO(mode):
    return S_IFMT(mode) == S_IFIFO


def S_ISLNK(mode):
    return S_IFMT(mode) == S_IFLNK


def S_ISSOCK(mode):
    return S_IFMT(mode) == S_IFSOCK
