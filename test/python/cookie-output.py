# Cookies to be set: quoting, attributes, scripts.
from Cookie import SimpleCookie, Morsel
c = SimpleCookie()
c['name'] = 'value'
c['sp'] = 'a b;c,"d"\\\n\xe9'
c['n'] = 5
c['name']['path'] = '/'
c['name']['max-age'] = 3600
c['name']['HttpOnly'] = True
c['name']['secure'] = True
c['sp']['expires'] = 'Wed, 01 Jan 2020 00:00:00 GMT'
c['sp']['comment'] = 'x y'
print c
print repr(c), c['n'].value.__repr__(), c['sp'].coded_value, c['name'].key
print c.output(['path'], 'Cookie:', ' | '), c['name'].OutputString(), c['n'].js_output()
print SimpleCookie({'a': 'b'}), Morsel(), repr(Morsel())
