# struct.unpack wants exactly as many bytes as the format says.
import struct

print struct.unpack('>H', '\x01\x02')
struct.unpack('>H', '\x01')
