# Base 64 from one file to another.
import base64, StringIO
source, target = StringIO.StringIO('0123456789' * 12), StringIO.StringIO()
base64.encode(source, target)
print target.getvalue()
target.seek(0)
back = StringIO.StringIO()
base64.decode(target, back)
print back.getvalue()
