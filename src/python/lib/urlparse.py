"""`urlparse`: URLs as their parts, and their parts as URLs (RFC 1808, RFC 3986)."""

from collections import namedtuple

from _urlencoded import parse_qs, parse_qsl, unquote

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'parse_qs', 'parse_qsl']

uses_relative = ['ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero', 'rtsp',
                 'rtspu', '', 'sftp', 'svn', 'svn+ssh']
uses_netloc = ['ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp', 'snews',
               'prospero', 'rtsp', 'rtspu', 'rsync', '', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh']
uses_params = ['ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtspu', 'sip', 'sips', 'mms', '',
               'sftp', 'tel']
non_hierarchical = ['gopher', 'hdl', 'mailto', 'news', 'telnet', 'wais', 'imap', 'snews', 'sip', 'sips']
uses_query = ['http', 'wais', 'imap', 'https', 'shttp', 'mms', 'gopher', 'rtsp', 'rtspu', 'sip', 'sips', '']
uses_fragment = ['ftp', 'hdl', 'http', 'gopher', 'news', 'nntp', 'wais', 'https', 'shttp', 'snews', 'file', 'prospero', '']

scheme_chars = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'

MAX_CACHE_SIZE = 20


def clear_cache():
    """Forgets what was parsed: nothing is kept."""


class ResultMixin(object):
    """The parts of the `netloc`."""

    @property
    def username(self):
        user, at, host = self.netloc.rpartition('@')
        return user.partition(':')[0] if at else None

    @property
    def password(self):
        user, at, host = self.netloc.rpartition('@')
        name, colon, password = user.partition(':')
        return password if colon else None

    @property
    def hostname(self):
        host = self.netloc.split('@')[-1]
        if '[' in host and ']' in host:
            return host.split(']')[0][1:].lower()
        return host.partition(':')[0].lower() if host else None

    @property
    def port(self):
        rest = self.netloc.split('@')[-1].split(']')[-1]
        text = rest.partition(':')[2].partition(':')[0]
        if not text:
            return None
        port = int(text, 10)
        return port if 0 <= port <= 65535 else None


class SplitResult(namedtuple('SplitResult', 'scheme netloc path query fragment'), ResultMixin):
    """What `urlsplit` gives."""

    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(namedtuple('ParseResult', 'scheme netloc path params query fragment'), ResultMixin):
    """What `urlparse` gives."""

    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


def urlparse(url, scheme='', allow_fragments=True):
    """The six parts of <scheme>://<netloc>/<path>;<params>?<query>#<fragment>."""
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in path:
        path, params = _splitparams(path)
    return ParseResult(scheme, netloc, path, params, query, fragment)


def _splitparams(path):
    """The parameters of the last segment."""
    at = path.find(';', path.rfind('/') + 1 if '/' in path else 0)
    return (path, '') if at < 0 else (path[:at], path[at + 1:])


def urlsplit(url, scheme='', allow_fragments=True):
    """The five parts of <scheme>://<netloc>/<path>?<query>#<fragment>."""
    netloc = query = fragment = ''
    at = url.find(':')
    if at > 0 and _is_scheme(url, at):
        scheme, url = url[:at].lower(), url[at + 1:]
    if url[:2] == '//':
        netloc, url = _splitnetloc(url)
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    _check_netloc(netloc)
    return SplitResult(scheme, netloc, url, query, fragment)


def _is_scheme(url, at):
    """Does the colon at `at` end a scheme? A number after it would be a port."""
    if url[:at] == 'http':
        return True
    for c in url[:at]:
        if c not in scheme_chars:
            return False
    rest = url[at + 1:]
    return not rest or bool(rest.strip('0123456789'))


def _splitnetloc(url):
    end = 2
    while end < len(url) and url[end] not in '/?#':
        end += 1
    return url[2:end], url[end:]


# Characters that are compatible with text in which one of / ? # @ : stands, by NFKC (Unicode 5.2).
_deceptive = (u'\u2047\u2048\u2049\u2100\u2101\u2105\u2106\u2a74\ufe13\ufe16\ufe55\ufe56\ufe5f\ufe6b\uff03\uff0f\uff1a'
              u'\uff1f\uff20')


def _check_netloc(netloc):
    """ValueError for a host that would be another when it is normalised."""
    if not isinstance(netloc, unicode):
        return
    for c in netloc:
        if c in _deceptive:
            raise ValueError('netloc ' + repr(netloc) + ' contains invalid characters under NFKC normalization')


def urlunparse(data):
    """The URL of six parts."""
    scheme, netloc, url, params, query, fragment = data
    if params:
        url = '%s;%s' % (url, params)
    return urlunsplit((scheme, netloc, url, query, fragment))


def urlunsplit(data):
    """The URL of five parts."""
    scheme, netloc, url, query, fragment = data
    if netloc or scheme and scheme in uses_netloc and url[:2] != '//':
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + (netloc or '') + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return url


def urljoin(base, url, allow_fragments=True):
    """The URL that a reference `url` on the page `base` means."""
    if not base:
        return url
    if not url:
        return base
    bscheme, bnetloc, bpath, bparams, bquery, bfragment = urlparse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return url
    if scheme in uses_netloc:
        if netloc:
            return urlunparse((scheme, netloc, path, params, query, fragment))
        netloc = bnetloc
    if path[:1] == '/':
        return urlunparse((scheme, netloc, path, params, query, fragment))
    if not path and not params:
        return urlunparse((scheme, netloc, bpath, bparams, query or bquery, fragment))
    segments = _resolved(bpath.split('/')[:-1] + path.split('/'))
    return urlunparse((scheme, netloc, '/'.join(segments), params, query, fragment))


def _resolved(segments):
    """The segments of a path without . and .. where they can be followed."""
    if segments[-1] == '.':
        segments[-1] = ''
    segments = [segment for segment in segments if segment != '.']
    at = 1
    while at < len(segments) - 1:
        if segments[at] == '..' and segments[at - 1] not in ('', '..'):
            del segments[at - 1:at + 1]
            at = 1
        else:
            at += 1
    if segments == ['', '..']:
        segments[-1] = ''
    elif len(segments) >= 2 and segments[-1] == '..':
        segments[-2:] = ['']
    return segments


def urldefrag(url):
    """The URL without its fragment, and the fragment."""
    if '#' not in url:
        return url, ''
    scheme, netloc, path, params, query, fragment = urlparse(url)
    return urlunparse((scheme, netloc, path, params, query, '')), fragment
