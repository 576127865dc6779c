# Every hash, in parts and at once; sizes, names, copies.
import hashlib, md5, sha
for name in hashlib.algorithms:
    h = hashlib.new(name)
    h.update('The quick brown fox ')
    other = h.copy()
    h.update('jumps over the lazy dog')
    print name, h.hexdigest(), h.digest_size, h.digestsize, h.block_size, len(h.digest()), other.hexdigest() == h.hexdigest()
    print getattr(hashlib, name)('x' * 1000).hexdigest()
for size in (55, 56, 63, 64, 65, 111, 112, 119, 120, 127, 128, 129):
    print size, hashlib.md5('a' * size).hexdigest(), hashlib.sha512('a' * size).hexdigest()[:32]
print md5.new('abc').hexdigest(), md5.md5().hexdigest(), sha.new('abc').hexdigest(), md5.digest_size, sha.digest_size
print repr(hashlib.md5('').digest()), sorted(hashlib.algorithms_guaranteed)
