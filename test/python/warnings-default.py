# Warnings on standard error: each once for its place, some not at all, at the line of the caller.
import warnings


def old():
    warnings.warn('old() is old', RuntimeWarning, stacklevel=2)


warnings.warn('first')
for n in range(3):
    warnings.warn('in a loop')
old()
old(); old()
warnings.warn('not shown', DeprecationWarning)
warnings.warn('not shown', PendingDeprecationWarning)
warnings.warn(FutureWarning('an instance'))
warnings.warn_explicit('explicit', UserWarning, 'some-file.py', 10)
print sorted(key[0] for key in __warningregistry__)
warnings.simplefilter('error')
warnings.filterwarnings('ignore', '.*PLEASE', UserWarning)
warnings.warn('skip this, please')
old()
