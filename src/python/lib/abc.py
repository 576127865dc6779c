"""Abstract base classes: classes that say what their subclasses have to define, and that others may join."""

import types as _types


def abstractmethod(funcobj):
    """Marks a method that subclasses have to define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    """A property that subclasses have to define."""

    __isabstractmethod__ = True


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    # Counts registrations: an answer "no" that is older than the last one is asked for again.
    _abc_invalidation_counter = 0

    def __new__(mcls, name, bases, namespace):
        cls = super(ABCMeta, mcls).__new__(mcls, name, bases, namespace)
        missing = set(key for key, value in namespace.items() if getattr(value, '__isabstractmethod__', False))
        for base in bases:
            for key in getattr(base, '__abstractmethods__', ()):
                if getattr(getattr(cls, key, None), '__isabstractmethod__', False):
                    missing.add(key)
        cls.__abstractmethods__ = frozenset(missing)
        # NOT-PYTHON: these are plain sets, so a registered class lives as long as the one that it joined.
        cls._abc_registry = set()
        cls._abc_cache = set()
        cls._abc_negative_cache = set()
        cls._abc_negative_cache_version = ABCMeta._abc_invalidation_counter
        return cls

    def register(cls, subclass):
        """From now on `subclass` counts as a subclass of this class."""
        if not isinstance(subclass, (type, _types.ClassType)):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_registry.add(subclass)
        ABCMeta._abc_invalidation_counter += 1

    def _dump_registry(cls, file=None):
        """Writes what the class knows of its subclasses."""
        print >>file, 'Class: %s.%s' % (cls.__module__, cls.__name__)
        print >>file, 'Inv.counter: %s' % ABCMeta._abc_invalidation_counter
        for name in sorted(cls.__dict__):
            if name.startswith('_abc_'):
                print >>file, '%s: %r' % (name, getattr(cls, name))

    def __instancecheck__(cls, instance):
        subclass = getattr(instance, '__class__', None)
        kind = type(instance)
        if kind is _types.InstanceType or subclass is None:
            kind = subclass = subclass if subclass is not None else kind
        return cls.__subclasscheck__(subclass) or kind is not subclass and cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if subclass in cls._abc_cache:
            return True
        if cls._abc_negative_cache_version < ABCMeta._abc_invalidation_counter:
            cls._abc_negative_cache = set()
            cls._abc_negative_cache_version = ABCMeta._abc_invalidation_counter
        elif subclass in cls._abc_negative_cache:
            return False
        answer = cls._abc_ask(subclass)
        (cls._abc_cache if answer else cls._abc_negative_cache).add(subclass)
        return answer

    def _abc_ask(cls, subclass):
        """The class's own hook, then what it derives from, then those that joined, then the subclasses."""
        # NOT-PYTHON: `object` has no hook here that says NotImplemented.
        hook = getattr(cls, '__subclasshook__', None)
        answer = NotImplemented if hook is None else hook(subclass)
        if answer is not NotImplemented:
            return bool(answer)
        if cls in getattr(subclass, '__mro__', ()):
            return True
        return (any(issubclass(subclass, each) for each in cls._abc_registry)
                or any(issubclass(subclass, each) for each in cls.__subclasses__()))
