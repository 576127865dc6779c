"""SerialCookie and SmartCookie keep values as pickles."""
import Cookie

smart = Cookie.SmartCookie()
smart['number'] = 7
smart['list'] = [1, (2, 'three')]
smart['text'] = 'plain'
print smart
again = Cookie.SmartCookie(smart.output(header=''))
for name in sorted(again):
    print name, again[name].value
serial = Cookie.SerialCookie()
serial['text'] = 'plain'
serial['dict'] = {'a': 1}
print serial
again = Cookie.SerialCookie(serial.output(header=''))
for name in sorted(again):
    print name, again[name].value
print Cookie.Cookie is Cookie.SmartCookie
try:
    Cookie.SerialCookie('x=notapickle')
except Exception as error:
    print error.__class__, error
