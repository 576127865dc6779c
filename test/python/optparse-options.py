# optparse: options of all kinds, the text that explains them, and a command line that is wrong.
import sys
from optparse import OptionConflictError, OptionError, OptionGroup, OptionParser, OptionValueError, SUPPRESS_HELP

parser = OptionParser(usage='usage: %prog [options] arg1', version='%prog 1.0', prog='prog', epilog='The end.',
                      description='A long description that goes over the edge of the line, so that it must be wrapped.')
print parser.add_option('-f', '--file', dest='filename', help='write report to FILE', metavar='FILE')
parser.add_option('-q', '--quiet', action='store_false', dest='verbose', default=True,
                  help="don't print status messages, because nobody reads them [default: %default]")
parser.add_option('-n', '--num', type='int', default=3, help='number %default')
parser.add_option('-x', type='float', nargs=2, dest='point')
parser.add_option('--choice', type='choice', choices=['a', 'bb'], default='a')
parser.add_option('-v', action='count', dest='v', default=0)
parser.add_option('-a', '--append', action='append', type='int')
parser.add_option('--const', action='store_const', const=42, dest='num')
parser.add_option('--hidden', help=SUPPRESS_HELP)
parser.add_option('--very-long-option-name-here', metavar='SOMETHING', help='help for it')


def called(option, opt, value, parser, *args, **keywords):
    print 'called', opt, value, args, keywords


parser.add_option('--callback', action='callback', callback=called, type='string', callback_args=(1,))
group = OptionGroup(parser, 'Dangerous Options', 'Caution.')
group.add_option('-g', action='store_true', help='Group option.')
parser.add_option_group(group)
parser.print_help()
parser.print_version()


def run(*args):
    try:
        options, rest = parser.parse_args(list(args))
        print sorted(options.__dict__.items()), rest
    except SystemExit, e:
        print 'exit', e.code


run()
run('-f', 'x', 'a', '-q', 'b')
run('-fx', '-vvv', '-n5', '--num=0x10')
run('-x', '1', '2', 'r', '--choice', 'bb', '--const', '-a', '1', '-a2', '--', '-q')
run('--fil=z', '-', '--callback', 'hey', '-g')
for wrong in (['-n', 'x'], ['-z'], ['--zzz'], ['--choice=c'], ['-f'], ['--quiet=3'], ['--c'], ['-x', '1'], ['--version']):
    run(*wrong)
for args, keywords in [(('x',), {}), (('--',), {}), (('-xy',), {}), (('-f',), {}), (('--k',), dict(action='zap')),
                       (('--k',), dict(type='zap')), (('--k',), dict(type='choice')), (('--k',), dict(foo=1)),
                       (('--k',), dict(action='store_true', type='int')), (('--k',), dict(action='callback'))]:
    try:
        print parser.add_option(*args, **keywords)
    except (OptionError, OptionConflictError), e:
        print type(e), e
print parser.get_option('-f').dest, parser.has_option('--file'), parser.get_option('--no'), parser.get_usage()
parser.error('the end')
