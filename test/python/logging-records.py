# logging: levels, loggers by name, handlers, formats, filters, extra fields.
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(levelname)s:%(name)s:%(message)s')
logging.debug('no')
logging.info('yes %d', 3)
logging.warning('%s and %s', 'a', 'b')
logging.error('e')
logging.critical('c')
logging.log(25, 'level 25')
logging.log(30, 'by name %(a)s', {'a': 1})
log = logging.getLogger('shop.basket')
log.info('hi')
print log.name, log.level, log.getEffectiveLevel(), log.parent.name, log.propagate, log.handlers, log.disabled
log.setLevel('ERROR')
log.info('no')
log.error('yes')

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter(
    '%(name)s %(levelno)s %(filename)s %(lineno)d %(funcName)s %(module)s %(threadName)s %(processName)s [%(message)s]'))
log.addHandler(handler)


def work():
    log.warning('too low')
    log.error('twice', extra={'z': 1})


work()
log.propagate = False
work()


class NoPasswords(logging.Filter):
    def filter(self, record):
        return 'password' not in record.getMessage()


log.addFilter(NoPasswords())
log.error('the password is x')
log.error('all is well')
above = logging.getLogger('shop')
print log.parent is above, above.parent.name, logging.getLogger('shop').getChild('basket') is log, log.isEnabledFor(20)
print logging.getLevelName(10), logging.getLevelName('DEBUG'), logging.getLevelName(15)
logging.addLevelName(15, 'FIFTEEN')
print logging.getLevelName(15), logging.getLogger() is logging.root
r = logging.LogRecord('n', 20, '/p/f.py', 7, 'msg %s', ('a',), None)
print r, r.getMessage(), r.module, r.filename, r.args, logging.Formatter().format(r)
print logging.makeLogRecord({'msg': 'm', 'levelno': 10}).getMessage()
logging.disable(logging.ERROR)
log.error('no')
log.critical('yes')
logging.disable(logging.NOTSET)
logging.LoggerAdapter(log, {'who': 'me'}).error('adapted %s', 1)

quiet = logging.getLogger('quiet')
quiet.propagate = 0
quiet.error('nobody listens')
quiet.error('nobody is told twice')
quiet.addHandler(logging.NullHandler())
with open('log.txt', 'w') as f:
    f.write('old\n')
to_file = logging.FileHandler('log.txt')
to_file.setFormatter(logging.Formatter('%(levelname)-8s|%(message)s'))
to_file.setLevel(logging.ERROR)
quiet.addHandler(to_file)
quiet.warning('too low')
quiet.error('to the file')
to_file.close()
print open('log.txt').read(),
quiet.removeHandler(to_file)
import os
os.remove('log.txt')
