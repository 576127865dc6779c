"""UUIDs from texts, bytes, fields and numbers; names always give the same."""
import uuid

u = uuid.UUID('{12345678-1234-5678-9234-567812345678}')
print u, repr(u), u.hex, u.urn, u.int, repr(u.bytes), repr(u.bytes_le), u.fields
print u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.node, u.time, u.clock_seq, u.variant, u.version
print u == uuid.UUID(bytes=u.bytes) == uuid.UUID(bytes_le=u.bytes_le) == uuid.UUID(fields=u.fields) == uuid.UUID(int=u.int)
print uuid.UUID('urn:uuid:' + str(u)) == u, u < uuid.UUID(int=1), sorted([u, uuid.UUID(int=3)])[0], {u: 1}[uuid.UUID(u.hex)], u == 5
for namespace in uuid.NAMESPACE_DNS, uuid.NAMESPACE_URL, uuid.NAMESPACE_OID, uuid.NAMESPACE_X500:
    print namespace, uuid.uuid3(namespace, 'python.org'), uuid.uuid5(namespace, 'python.org'), uuid.uuid5(namespace, 'x').version
print [uuid.UUID(int=n << 61).variant for n in range(8)]
print uuid.UUID(int=0, version=4), uuid.uuid4().version, len(str(uuid.uuid4())), uuid.uuid4().variant
one = uuid.uuid1(5, 6)
print one.version, one.node, one.clock_seq, len(set(uuid.uuid1() for _ in range(5))), uuid.getnode() == uuid.getnode()
