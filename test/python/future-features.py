"""The module __future__ tells of each feature since when it can be had; the statement also binds its name."""
from __future__ import division, print_function
import __future__

print(1 / 2, division)
for name in __future__.all_feature_names:
    feature = getattr(__future__, name)
    print(name, feature, feature.getOptionalRelease(), feature.getMandatoryRelease(), feature.compiler_flag)
print(division is __future__.division, print_function.compiler_flag)
print(sorted(__future__.__all__))
code = compile('1 / 2', 'text', 'eval', __future__.division.compiler_flag)
print(eval(code))
exec('from __future__ import unicode_literals\nprint(repr("a"))')
exec('from __future__ import braces')
