# The type of a file by its name.
import mimetypes
mimetypes.init([])
for name in 'index.html', 'A.PNG', 'x.tar.gz', 'x.tgz', 'x.css', 'http://h/a.jpg', 'noend', '.html', 'data:text/plain,x', 'x.midi', 'x.unknown', 'a.svgz', 'x.txt.Z':
    print name, mimetypes.guess_type(name), mimetypes.guess_type(name, False)
print mimetypes.guess_extension('text/css'), mimetypes.guess_extension('no/no'), sorted(mimetypes.guess_all_extensions('text/html'))
mimetypes.add_type('text/x-pih', '.pih')
print mimetypes.guess_type('page.pih'), mimetypes.types_map['.png']
