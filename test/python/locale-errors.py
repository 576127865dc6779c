"""What locale refuses."""
import locale


def attempt(text):
    try:
        print text, '->', repr(eval(text))
    except Exception as error:
        print text, '->', type(error).__name__ + ':', error


for text in """locale.setlocale(locale.LC_ALL, 'xx_YY')
locale.setlocale(99)
locale.setlocale('LC_ALL')
locale.currency(5)
locale.format('%d%d', 5)
locale.format('x', 5)
locale.format('%d', 'a')
locale.atof('2,5')
locale.atoi('1.5')
locale.strcoll('a')
locale.strcoll(1, 'a')
locale.nl_langinfo(12345678)
locale.format_string('%d %d', 5)""".splitlines():
    attempt(text)
