"""A catalog of translations is read, with its plural forms; what it lacks stays as it is."""
import gettext
import struct
from StringIO import StringIO


def catalog(messages, order):
    """The bytes of a .mo file."""
    names = sorted(messages)
    data, table = '', []
    for text in names + [messages[name] for name in names]:
        table.append((len(text), 28 + 16 * len(names) + len(data)))
        data += text + '\0'
    head = struct.pack(order + '7I', 0x950412de, 0, len(names), 28, 28 + 8 * len(names), 0, 0)
    return head + ''.join(struct.pack(order + '2I', *each) for each in table) + data


messages = {'': 'Content-Type: text/plain; charset=utf-8\nPlural-Forms: nplurals=2; plural=n>1;\n', 'hello': 'bonjour',
            'coffee': 'caf\xc3\xa9', 'cat\0cats': 'chat\0chats'}
for order in '<>':
    french = gettext.GNUTranslations(StringIO(catalog(messages, order)))
    print french.gettext('hello'), repr(french.ugettext('coffee')), repr(french.gettext('coffee')), french.gettext('tea')
    print [french.ngettext('cat', 'cats', n) for n in range(4)], french.ungettext('cat', 'cats', 2), french.ngettext('dog', 'dogs', 0)
    print sorted(french.info().items()), french.charset()
    french.set_output_charset('latin-1')
    print repr(french.gettext('coffee'))
plain = gettext.NullTranslations()
print plain.gettext('hello'), plain.ngettext('cat', 'cats', 1), repr(plain.ugettext('hello'))
plain.add_fallback(french)
print plain.gettext('hello')
french.install()
print _('hello')
print gettext.gettext('hello'), gettext.ngettext('cat', 'cats', 2), gettext.textdomain(), gettext.textdomain('shop')
print gettext.translation('shop', '/nowhere', ['fr'], fallback=True).gettext('hello'), gettext.find('shop', '/nowhere', ['fr'])
form = gettext.c2py('n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2')
print [form(n) for n in range(25)]
