"""Copying, moving and removing files and folders."""
import os
import shutil


def attempt(call, *args):
    try:
        print call(*args)
    except EnvironmentError as error:
        print '%s: %s' % (error.__class__, error)


def write(path, text):
    with open(path, 'w') as file:
        file.write(text)


def tree(path):
    found = []
    for name in sorted(os.listdir(path)):
        inner = os.path.join(path, name)
        found.append((name, tree(inner)) if os.path.isdir(inner) else name)
    return found


os.mkdir('shutil-try')
base = 'shutil-try'
join = os.path.join
write(join(base, 'a.txt'), 'one')
write(join(base, 'b.tmp'), 'two')
os.mkdir(join(base, 'sub'))
write(join(base, 'sub', 'c.txt'), 'three')
shutil.copy(join(base, 'a.txt'), join(base, 'copy.txt'))
shutil.copy2(join(base, 'a.txt'), join(base, 'sub'))
shutil.copyfile(join(base, 'a.txt'), join(base, 'sub', 'd.txt'))
print tree(base), open(join(base, 'copy.txt')).read()
shutil.copytree(base, base + '-copy', ignore=shutil.ignore_patterns('*.tmp', 'd*'))
print tree(base + '-copy')
shutil.move(join(base, 'copy.txt'), join(base, 'sub', 'moved.txt'))
shutil.move(join(base, 'b.tmp'), join(base, 'sub'))
shutil.move(join(base, 'sub'), join(base, 'renamed'))
print tree(base)
attempt(shutil.copyfile, join(base, 'a.txt'), join(base, 'a.txt'))
attempt(shutil.copy, join(base, 'nowhere'), join(base, 'x'))
attempt(shutil.copytree, base, base + '-copy')
attempt(shutil.move, join(base, 'nowhere'), join(base, 'x'))
attempt(shutil.move, base, join(base, 'renamed'))
attempt(shutil.rmtree, join(base, 'nowhere'))
attempt(shutil.rmtree, join(base, 'nowhere'), True)
shutil.rmtree(join(base, 'nowhere'), onerror=lambda function, path, info: __import__('sys').stdout.write('%s %s\n' % (os.path.basename(path), info[1].errno)))
shutil.rmtree(base + '-copy')
shutil.rmtree(base)
print os.path.exists(base), os.path.exists(base + '-copy'), issubclass(shutil.Error, EnvironmentError)
