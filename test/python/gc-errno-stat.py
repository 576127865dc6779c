"""The switches of gc, the numbers of errno, the bits of stat."""
import errno
import gc
import os
import stat

print gc.isenabled(), gc.get_threshold(), gc.get_debug(), gc.garbage, gc.collect(0) >= 0
gc.disable()
gc.set_threshold(1, 2)
print gc.isenabled(), gc.get_threshold(), gc.is_tracked([]), gc.is_tracked(1), gc.DEBUG_LEAK
gc.enable()
print errno.ENOENT, errno.EEXIST, errno.errorcode[13], errno.EWOULDBLOCK == errno.EAGAIN, len(errno.errorcode), errno.EDQUOT, errno.EOPNOTSUPP
print stat.S_ISDIR(os.stat('.').st_mode), stat.S_ISREG(0100644), stat.S_ISLNK(0120777), oct(stat.S_IMODE(0100755)), oct(stat.S_IFMT(040755))
print stat.S_IRUSR | stat.S_IWUSR, stat.ST_SIZE, stat.ST_MTIME, stat.S_ISSOCK(0140000), stat.S_ISFIFO(010000), stat.S_ISCHR(1), stat.S_ISBLK(1)
try:
    os.remove('nowhere')
except OSError as error:
    print error.errno == errno.ENOENT, errno.errorcode[error.errno]
for call, args in [(gc.collect, (3,)), (gc.collect, ('x',)), (gc.set_debug, ('x',)), (gc.set_debug, (0,))]:
    try:
        print call(*args)
    except Exception as error:
        print '%s: %s' % (type(error).__name__, error)
errno.ENOSUCHTHING
