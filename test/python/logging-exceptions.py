# logging: exceptions with their tracebacks, times, and what is refused.
import logging
import sys
import time

logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(message)s')
log = logging.getLogger('a')


def fails():
    return {}['missing']


try:
    fails()
except KeyError:
    log.exception('it %s', 'failed')
    logging.error('again', exc_info=True)
    log.error('without')
    print logging.Formatter().formatException(sys.exc_info())

record = logging.makeLogRecord({'created': 0.5, 'msecs': 500.0, 'msg': 'm', 'levelname': 'L'})
formatter = logging.Formatter('%(asctime)s|%(message)s')
formatter.converter = time.gmtime
print formatter.format(record)
formatter = logging.Formatter('%(asctime)s|%(levelname)s', '%d/%m/%Y')
formatter.converter = time.gmtime
print formatter.format(record)
logging.Formatter.converter = time.gmtime
print logging.Formatter('%(asctime)s').format(record)
log.error(u'unicode %s', u'\xe9')
log.error('bytes \xc3\xa9')
log.error({'a': 1})
for attempt in (lambda: log.setLevel('NOPE'), lambda: log.setLevel(1.5), lambda: log.log('x', 'y'),
                lambda: log.error('x', extra={'message': 1}), lambda: logging.getLogger(3),
                lambda: logging.setLoggerClass(dict), lambda: logging.Handler().emit(record)):
    try:
        print attempt()
    except (ValueError, TypeError, KeyError, NotImplementedError), e:
        print type(e).__name__, e
raise ValueError('logged, and not caught')
