# -*- coding: utf-8 -*-
"""Zips as Python's zipfile makes and reads them; runs in Python 2.7 and in Python 3.

    python zips.py make           writes site.zip beside this file again
    python zips.py read ZIP       prints what is in a zip, as JSON: names to contents in hexadecimal digits
"""
from __future__ import print_function
import binascii
import json
import os
import sys
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
DAY = (2010, 1, 2, 3, 4, 6)


def entry(archive, name, content, method=zipfile.ZIP_DEFLATED, mode=0o100644):
    info = zipfile.ZipInfo(name, DAY)
    info.compress_type = method
    info.create_system = 3
    info.external_attr = mode << 16
    archive.writestr(info, content)


def make_site():
    """A folder as somebody zips it: everything in one folder, and what a Mac adds."""
    with zipfile.ZipFile(os.path.join(HERE, "site.zip"), "w") as archive:
        entry(archive, "shop/", b"", zipfile.ZIP_STORED, 0o40755)
        entry(archive, "shop/index.html", u"<h1>Été</h1>\n".encode("utf-8") * 40)
        entry(archive, u"shop/pages/gâteau.pih", b"<% print 1 %>\n", zipfile.ZIP_STORED)
        entry(archive, "shop/dot.png", b"\x89PNG\r\n\x1a\n\x00\xff")
        entry(archive, "shop/link.html", b"/etc/passwd", zipfile.ZIP_STORED, 0o120777)
        entry(archive, "shop/.DS_Store", b"\x00\x01")
        entry(archive, "shop/.git/config", b"[core]\n")
        entry(archive, "__MACOSX/shop/._index.html", b"\x00\x05\x16\x07")
        entry(archive, "shop/server.ini", b"[server]\nserver = cgi\n")
        archive.comment = b"made by zipfile"


def read(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        files = dict((name, binascii.hexlify(archive.read(name)).decode("ascii")) for name in archive.namelist())
    print(json.dumps(files))


if __name__ == "__main__":
    if sys.argv[1:] == ["make"]:
        make_site()
    else:
        read(sys.argv[2])
