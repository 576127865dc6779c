"""`HTMLParser`: reads HTML, however it is written, and tells what it meets by calling methods."""

import markupbase
from markupbase import _LETTERS, _SPACE, _skipped

_DIGITS = '0123456789'
_HEX = _DIGITS + 'abcdefABCDEF'
_WORD = _LETTERS + _DIGITS + '_'
_TAG_END = '\t\n\r\f />\0'
_END_TAG_NAME = _LETTERS + _DIGITS + '-.:_'


class HTMLParseError(Exception):
    """Markup that cannot be read, and where: (line, column)."""

    def __init__(self, msg, position=(None, None)):
        assert msg
        self.msg = msg
        self.lineno = position[0]
        self.offset = position[1]

    def __str__(self):
        result = self.msg
        if self.lineno is not None:
            result += ', at line %d' % self.lineno
        if self.offset is not None:
            result += ', column %d' % (self.offset + 1)
        return result


def _until(text, at, chars):
    """The place of the first of `chars` from `at` on, or the end."""
    while at < len(text) and text[at] not in chars:
        at += 1
    return at


def _after_blanks(text, at):
    """The place after blanks and slashes, but before the slash of />."""
    while at < len(text) and (text[at] in _SPACE or text[at] == '/' and text[at + 1:at + 2] != '>'):
        at += 1
    return at


def _attribute_value(text, at):
    """The value after the = (or several) that may stand at `at` after blanks: its place and end; None without one."""
    equals = _skipped(text, at, _SPACE)
    after = _skipped(text, equals, '=')
    if after == equals:
        return None
    start = _skipped(text, after, _SPACE)
    if text[start:start + 1] not in ('"', "'"):
        return start, _until(text, start, '>' + _SPACE)
    end = text.find(text[start], start + 1)
    if end >= 0:
        return start, end + 1
    # The quotes do not end: the blank before them is the end of an empty value, or the last = is part of one.
    if start > after:
        return start - 1, start - 1
    return (after - 1, _until(text, after - 1, '>' + _SPACE)) if after - equals > 1 else None


def _attribute(text, at):
    """The attribute at `at`: the end of its name, its value's place and end (or None), the place after it.

    None where there is no attribute.
    """
    if text[at - 1] not in '\'"/' + _SPACE or text[at:at + 1] in ('', '/', '>') or text[at] in _SPACE:
        return None
    name_end = _until(text, at + 1, '/=>' + _SPACE)
    value = _attribute_value(text, name_end)
    return name_end, value, _after_blanks(text, name_end if value is None else value[1])


class HTMLParser(markupbase.ParserBase):
    """Override the methods called `handle_...` to hear of tags, text, references; `feed` it HTML; `close` it."""

    CDATA_CONTENT_ELEMENTS = ('script', 'style')

    def __init__(self):
        self.reset()

    def reset(self):
        """Forgets what it was fed and begins again."""
        self.rawdata = ''
        self.lasttag = '???'
        self.cdata_elem = None
        self.__starttag_text = None
        markupbase.ParserBase.reset(self)

    def feed(self, data):
        """Reads on with more HTML, as far as it can be understood already."""
        self.rawdata = self.rawdata + data
        self.goahead(0)

    def close(self):
        """Reads what is left, since nothing will follow."""
        self.goahead(1)

    def error(self, message):
        raise HTMLParseError(message, self.getpos())

    def get_starttag_text(self):
        """The text of the last start tag."""
        return self.__starttag_text

    def set_cdata_mode(self, elem):
        """Takes everything for text until the element's end tag."""
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        """Reads tags again."""
        self.cdata_elem = None

    def goahead(self, end):
        """Reads the text that is here; to its end if `end`, else as far as what follows cannot change it."""
        rawdata = self.rawdata
        at = 0
        while at < len(rawdata):
            start = self._next_markup(at)
            if start is None:
                break
            if at < start:
                self.handle_data(rawdata[at:start])
            at = self.updatepos(at, start)
            if at == len(rawdata):
                break
            if rawdata[at] == '<':
                after = self._read_markup(at, end)
            elif rawdata[at + 1:at + 2] == '#':
                after = self._read_character_reference(at)
            else:
                after = self._read_entity_reference(at, end)
            if after is None:
                break
            stop = after < 0
            at = self.updatepos(at, -after if stop else after)
            if stop:
                break
        if end and at < len(rawdata) and not self.cdata_elem:
            self.handle_data(rawdata[at:])
            at = self.updatepos(at, len(rawdata))
        self.rawdata = rawdata[at:]

    def _next_markup(self, at):
        """The place of the next < or &, or the end; inside a script, that of its end tag, or None."""
        rawdata = self.rawdata
        if self.cdata_elem is None:
            tag = rawdata.find('<', at)
            if tag < 0:
                tag = len(rawdata)
            reference = rawdata.find('&', at, tag)
            return tag if reference < 0 else reference
        while True:
            at = rawdata.find('</', at)
            if at < 0:
                return None
            name = _skipped(rawdata, at + 2, _SPACE)
            end = name + len(self.cdata_elem)
            if rawdata[name:end].lower() == self.cdata_elem:
                end = _skipped(rawdata, end, _SPACE)
                if rawdata[end:end + 1] == '>':
                    return at
            at += 1

    def _read_markup(self, at, end):
        """Reads what begins with < at `at`; gives the place after it, or None when more is needed."""
        rawdata = self.rawdata
        after = rawdata[at + 1:at + 2]
        if after and after in _LETTERS:
            done = self.parse_starttag(at)
        elif after == '/':
            done = self.parse_endtag(at)
        elif rawdata.startswith('<!--', at):
            done = self.parse_comment(at)
        elif after == '?':
            done = self.parse_pi(at)
        elif after == '!':
            done = self.parse_html_declaration(at)
        elif after:
            self.handle_data('<')
            return at + 1
        else:
            return None
        if done >= 0:
            return done
        if not end:
            return None
        # It never ends: it is text, to the next > or else before the next <.
        done = rawdata.find('>', at + 1) + 1 or rawdata.find('<', at + 1)
        if done < 0:
            done = at + 1
        self.handle_data(rawdata[at:done])
        return done

    def _read_character_reference(self, at):
        """Reads what begins with &# at `at`; gives the place after it, negative to read no further, or None."""
        rawdata = self.rawdata
        digits, chars = at + 2, _DIGITS
        if rawdata[digits:digits + 1] in ('x', 'X'):
            digits, chars = digits + 1, _HEX
        end = _skipped(rawdata, digits, chars)
        if end > digits and end < len(rawdata):
            # A decimal number does not end before a letter that could be a hexadecimal digit.
            if rawdata[end] in _HEX:
                end = 0
        else:
            end = 0
        if end:
            self.handle_charref(rawdata[at + 2:end])
            return end + 1 if rawdata[end] == ';' else end
        if ';' not in rawdata[at:]:
            return None
        self.handle_data(rawdata[at:at + 2])
        return -(at + 2)

    def _read_entity_reference(self, at, end):
        """Reads what begins with & at `at`; gives the place after it, or None when more is needed."""
        rawdata = self.rawdata
        after = rawdata[at + 1:at + 2]
        if not after:
            return None
        if after not in _LETTERS:
            self.handle_data('&')
            return at + 1
        name_end = _skipped(rawdata, at + 1, _LETTERS + _DIGITS + '-.')
        if name_end == len(rawdata):
            # What ends the name is no letter or digit; that may be a character of the name itself.
            while rawdata[name_end - 1] not in '-.':
                name_end -= 1
                if name_end == at:
                    if end and len(rawdata) == at + 2:
                        self.error('EOF in middle of entity or char ref')
                    return None
            name_end -= 1
        self.handle_entityref(rawdata[at + 1:name_end])
        return name_end + 1 if rawdata[name_end] == ';' else name_end

    def parse_html_declaration(self, i):
        """Reads <!...> at `i`; gives the place after it, or -1 when it does not end."""
        rawdata = self.rawdata
        if rawdata[i:i + 2] != '<!':
            self.error('unexpected call to parse_html_declaration()')
        if rawdata[i:i + 4] == '<!--':
            return self.parse_comment(i)
        if rawdata[i:i + 3] == '<![':
            return self.parse_marked_section(i)
        if rawdata[i:i + 9].lower() != '<!doctype':
            return self.parse_bogus_comment(i)
        end = rawdata.find('>', i + 9)
        if end < 0:
            return -1
        self.handle_decl(rawdata[i + 2:end])
        return end + 1

    def parse_bogus_comment(self, i, report=1):
        """Reads <!...> or </...> at `i`, which is nothing else, as a comment; gives the place after it, or -1."""
        rawdata = self.rawdata
        if rawdata[i:i + 2] not in ('<!', '</'):
            self.error('unexpected call to parse_comment()')
        end = rawdata.find('>', i + 2)
        if end < 0:
            return -1
        if report:
            self.handle_comment(rawdata[i + 2:end])
        return end + 1

    def parse_pi(self, i):
        """Reads <?...> at `i`; gives the place after it, or -1 when it does not end."""
        end = self.rawdata.find('>', i + 2)
        if end < 0:
            return -1
        self.handle_pi(self.rawdata[i + 2:end])
        return end + 1

    def check_for_whole_start_tag(self, i):
        """The place after the start tag at `i`, or -1 when it does not end."""
        rawdata = self.rawdata
        at = _skipped(rawdata, _until(rawdata, i + 1, _TAG_END), '/' + _SPACE)
        found = _attribute(rawdata, at)
        while found is not None:
            at = found[2]
            found = _attribute(rawdata, at)
        after = rawdata[at:at + 1]
        if after == '>':
            return at + 1
        if rawdata.startswith('/>', at):
            return at + 2
        return -1 if not after or after in _LETTERS + '=/' else at

    def parse_starttag(self, i):
        """Reads the start tag at `i`; gives the place after it, or -1 when it does not end."""
        self.__starttag_text = None
        end = self.check_for_whole_start_tag(i)
        if end < 0:
            return end
        rawdata = self.rawdata
        self.__starttag_text = rawdata[i:end]
        at = _until(rawdata, i + 1, _TAG_END)
        self.lasttag = tag = rawdata[i + 1:at].lower()
        at = _after_blanks(rawdata, at)
        attrs = []
        while at < end:
            found = _attribute(rawdata, at)
            if found is None:
                break
            attrs.append((rawdata[at:found[0]].lower(), self._value_of(found[1])))
            at = found[2]
        rest = rawdata[at:end].strip()
        if rest not in ('>', '/>'):
            self.handle_data(rawdata[i:end])
        elif rest == '/>':
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return end

    def _value_of(self, place):
        """The value of an attribute, without its quotes and with its references replaced; None without one."""
        if place is None:
            return None
        value = self.rawdata[place[0]:place[1]]
        if value[:1] == value[-1:] and value[:1] in ('"', "'"):
            value = value[1:-1]
        return self.unescape(value) if value else value

    def parse_endtag(self, i):
        """Reads the end tag at `i`; gives the place after it, or -1 when it does not end."""
        rawdata = self.rawdata
        end = rawdata.find('>', i + 1) + 1
        if not end:
            return -1
        name = _skipped(rawdata, i + 2, _SPACE)
        name_end = _skipped(rawdata, name, _END_TAG_NAME)
        whole = name_end > name and rawdata[name] in _LETTERS and _skipped(rawdata, name_end, _SPACE) == end - 1
        if self.cdata_elem is not None:
            if not whole or rawdata[name:name_end].lower() != self.cdata_elem:
                self.handle_data(rawdata[i:end])
                return end
        elif not whole:
            return self._odd_endtag(i)
        self.handle_endtag(rawdata[name:name_end].lower())
        self.clear_cdata_mode()
        return end

    def _odd_endtag(self, i):
        """Reads an end tag with more in it than a name, or none."""
        rawdata = self.rawdata
        if rawdata[i + 2] not in _LETTERS:
            return i + 3 if rawdata[i + 2] == '>' else self.parse_bogus_comment(i)
        name_end = _until(rawdata, i + 2, _TAG_END)
        end = rawdata.find('>', _after_blanks(rawdata, name_end))
        self.handle_endtag(rawdata[i + 2:name_end].lower())
        return end + 1

    def handle_startendtag(self, tag, attrs):
        """Called for <tag/>: as for <tag></tag>, unless overridden."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass

    entitydefs = None

    def unescape(self, s):
        """The text with its references replaced by their characters."""
        pieces = s.split('&')
        out = [pieces[0]]
        for piece in pieces[1:]:
            body, semicolon, rest = piece.partition(';')
            if semicolon and _is_reference(body):
                out.append(self._referred(body))
                out.append(rest)
            else:
                out[-1] += '&' + piece
        return ''.join(out)

    def _referred(self, body):
        """The character that &body; stands for; the reference itself when it stands for none."""
        if body[0] == '#':
            digits = body[1:]
            try:
                return unichr(int(digits[1:], 16) if digits[0] in 'xX' else int(digits))
            except ValueError:
                return '&#' + digits + ';'
        if HTMLParser.entitydefs is None:
            import htmlentitydefs
            known = {'apos': u"'"}
            for name, code in htmlentitydefs.name2codepoint.iteritems():
                known[name] = unichr(code)
            HTMLParser.entitydefs = known
        return HTMLParser.entitydefs.get(body, '&' + body + ';')


def _is_reference(body):
    """Can this stand between & and ; as a number or a name?"""
    if body[:1] == '#':
        body = body[1:]
    for each in body, body[1:] if body[:1] in ('x', 'X') else '':
        if each and not each.strip(_HEX) or 0 < len(each) <= 8 and not each.strip(_WORD):
            return True
    return False
