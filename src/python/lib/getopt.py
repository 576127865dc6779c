"""`getopt`: the options of a command line."""

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


class GetoptError(Exception):
    """An option that is not known, or an argument that is missing or not wanted."""

    opt = msg = ''

    def __init__(self, msg, opt=''):
        Exception.__init__(self, msg, opt)
        self.msg = msg
        self.opt = opt

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """([(option, argument)], the rest); options end at the first argument that is none."""
    return _parse(args, shortopts, longopts, True)


def gnu_getopt(args, shortopts, longopts=[]):
    """The same, with options and other arguments mixed."""
    stops = shortopts.startswith('+')
    return _parse(args, shortopts.lstrip('+') if stops else shortopts, longopts, stops)


def _parse(args, shortopts, longopts, stops):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    options, others = [], []
    args = list(args)
    while args:
        first = args.pop(0)
        if first == '--':
            return options, others + args
        if first.startswith('--'):
            options.append(_long(first[2:], longopts, args))
        elif first.startswith('-') and first != '-':
            _short(first[1:], shortopts, args, options)
        elif stops:
            return options, [first] + args
        else:
            others.append(first)
    return options, others


def _argument(name, opt, args):
    if not args:
        raise GetoptError('option %s requires argument' % name, opt)
    return args.pop(0)


def _long(text, longopts, args):
    opt, has_argument, argument = text.partition('=')
    fitting = [each for each in longopts if each.startswith(opt)]
    if not fitting:
        raise GetoptError('option --%s not recognized' % opt, opt)
    if opt in fitting or opt + '=' in fitting:
        fitting = [opt if opt in fitting else opt + '=']
    elif len(fitting) > 1:
        raise GetoptError('option --%s not a unique prefix' % opt, opt)
    wants_argument = fitting[0].endswith('=')
    opt = fitting[0].rstrip('=') if wants_argument else fitting[0]
    if wants_argument and not has_argument:
        argument = _argument('--' + opt, opt, args)
    elif has_argument and not wants_argument:
        raise GetoptError('option --%s must not have an argument' % opt, opt)
    return '--' + opt, argument


def _short(text, shortopts, args, options):
    while text:
        opt, text = text[0], text[1:]
        at = shortopts.find(opt)
        if at < 0 or opt == ':':
            raise GetoptError('option -%s not recognized' % opt, opt)
        argument = ''
        if shortopts[at + 1:at + 2] == ':':
            argument = text or _argument('-' + opt, opt, args)
            text = ''
        options.append(('-' + opt, argument))
