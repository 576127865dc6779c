"""`platform`: what the machine is. Plain values: there is no computer below it that it could know."""

import sys


def machine():
    return 'x86_64'


def processor():
    return ''


def system():
    return 'Linux'


def node():
    return 'localhost'


def release():
    return ''


def version():
    return ''


def uname():
    """(system, node, release, version, machine, processor)"""
    return system(), node(), release(), version(), machine(), processor()


def architecture(executable='', bits='', linkage=''):
    return bits or '64bit', linkage


def platform(aliased=0, terse=0):
    return 'Linux' if terse else 'Linux-x86_64'


def system_alias(system, release, version):
    return system, release, version


def linux_distribution(*args, **keywords):
    return '', '', ''


dist = linux_distribution


def python_implementation():
    return 'CPython'


def python_version():
    return sys.version.split()[0]


def python_version_tuple():
    return tuple(python_version().split('.'))


def python_compiler():
    return sys.version[sys.version.index('[') + 1:-1]


def python_build():
    build = sys.version[sys.version.index('(') + 1:sys.version.index(')')]
    return tuple(build.split(', ', 1))


def python_branch():
    return ''


python_revision = python_branch
