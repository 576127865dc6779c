# Imports from __future__ come first.
x = 1
from __future__ import division
