"""Infinities, what is not a number, and the signs of zeros."""
import cmath

inf, nan = float('inf'), float('nan')
names = 'sqrt exp log sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh phase isnan isinf'.split()
for z in [complex(inf, 0), complex(-inf, 2), complex(1, inf), complex(-inf, inf), complex(inf, nan), complex(nan, 0), complex(0, nan),
          complex(0.0, -0.0), complex(-0.0, 0.0), complex(-2, 0.0), complex(-2, -0.0), complex(2, 0.0), complex(2, -0.0)]:
    for name in names:
        try:
            print name, z, getattr(cmath, name)(z)
        except ValueError as error:
            print name, z, error
