"""Temporary files and folders: there while they are open, and gone afterwards."""
import os
import tempfile

with tempfile.NamedTemporaryFile(suffix='.txt', prefix='try', dir='.') as file:
    name = os.path.basename(file.name)
    print name[:3], name[-4:], len(name), os.path.exists(file.name), os.path.isabs(file.name)
    file.write('some text\nmore')
    file.seek(0)
    print file.readline(), list(file)
print os.path.exists(file.name)
folder = tempfile.mkdtemp(dir='.')
print os.path.isdir(folder), os.listdir(folder), os.path.basename(folder)[:3]
file = tempfile.NamedTemporaryFile(dir=folder, delete=False)
file.write('kept')
file.close()
print open(file.name).read()
os.remove(file.name)
os.rmdir(folder)
file = tempfile.TemporaryFile(dir='.')
file.write('abc')
file.seek(1)
print file.read()
file.close()
file = tempfile.SpooledTemporaryFile(max_size=100)
file.write('spooled')
file.seek(0)
print file.read(), tempfile.gettempprefix(), tempfile.mktemp(dir='x') != tempfile.mktemp(dir='x'), os.path.isdir(tempfile.gettempdir())
try:
    file = tempfile.NamedTemporaryFile(dir='nowhere')
except EnvironmentError as error:
    print error.errno, error.strerror
