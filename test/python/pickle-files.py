"""Several objects in one file on the disk, written and read one after the other until its end."""
import cPickle
import os
import pickle

records = [{'name': 'Alice', 'age': 30}, [1, 2, (3, 4)], u'caf\xe9']
for module in pickle, cPickle:
    for protocol in 0, 1, 2:
        with open('records.pickle', 'wb') as file:
            for record in records:
                module.dump(record, file, protocol)
        with open('records.pickle', 'rb') as file:
            again = []
            while True:
                try:
                    again.append(module.load(file))
                except EOFError as error:
                    print module.__name__, protocol, again == records, repr(error)
                    break
os.remove('records.pickle')
with open('records.pickle', 'wb') as file:
    file.write('this is no pickle')
try:
    with open('records.pickle', 'rb') as file:
        cPickle.load(file)
finally:
    os.remove('records.pickle')
