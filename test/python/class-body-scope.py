# A class body runs like a script and keeps its names.
class Config:
    print "in the body"
    values = [n * n for n in range(4)]
    if len(values) > 3:
        size = "large"
    def double(x): return x * 2
    four = double(2)
print Config.values, Config.size, Config.four, sorted(n for n in vars(Config) if n[0] != '_')
def build(base):
    class Inner(base):
        def tell(self): return base.__name__
    return Inner
print build(Config)().tell(), build(object).__name__
