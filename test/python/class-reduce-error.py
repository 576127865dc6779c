# What has no state that could be told is not taken apart.
import copy_reg

print copy_reg.dispatch_table[complex](2j)
try:
    (i for i in ()).__reduce_ex__(2)
except TypeError, e:
    print e
try:
    copy_reg.pickle(int, 'not callable')
except TypeError, e:
    print e
