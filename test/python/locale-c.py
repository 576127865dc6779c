"""The C locale, the only one there is until a program asks for another."""
import locale

print locale.setlocale(locale.LC_ALL), locale.getlocale(), locale.setlocale(locale.LC_NUMERIC, 'C')
print sorted(locale.localeconv().items())
print locale.format('%d', 1234567, grouping=True), locale.format('%.2f', 1234.5, True), locale.format('%10s|', 'a') if 0 else ''
print locale.format_string('%d of %.1f', (3, 4.5), True), locale.format_string('%s', 'x'), locale.format_string('%(a)d%%', {'a': 5})
print locale.str(3.14159265358979), locale.atof('2.5'), locale.atoi('12'), locale.strcoll('a', 'b'), locale.strxfrm('abc')
print sorted(['b', 'A', 'a', 'B'], cmp=locale.strcoll), locale.nl_langinfo(locale.DAY_1), locale.nl_langinfo(locale.MON_12), locale.CHAR_MAX
