# Floats: the Mandelbrot set and two bodies in orbit.
def inside(cr, ci, limit):
    zr = zi = 0.0
    for n in range(limit):
        zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
        if zr * zr + zi * zi > 4.0:
            return n
    return limit


total = 0
for y in range(120):
    for x in range(180):
        total += inside(x / 60.0 - 2.2, y / 45.0 - 1.3, 50)
print(total)
x, y, vx, vy = 1.0, 0.0, 0.0, 1.0
for i in range(100000):
    r2 = x * x + y * y
    pull = -0.001 / (r2 * r2 ** 0.5)
    vx += pull * x
    vy += pull * y
    x += 0.001 * vx
    y += 0.001 * vy
print("%.6f %.6f" % (x, y))
