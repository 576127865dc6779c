# What is no base 64, 32 or 16.
import base64
problem = None
for f, text in ((base64.b64decode, 'YQ'), (base64.b32decode, 'ME'), (base64.b32decode, 'M1======'), (base64.b32decode, '========'),
                (base64.b16decode, 'ab'), (base64.b16decode, 'ABC'), (base64.b16decode, 5), (base64.b32encode, 5)):
    try:
        f(text)
    except TypeError, e:
        print text, e
        problem = problem or e
raise problem
