"""round goes away from zero at a half; beyond the largest float it fails."""
print round(2.5), round(-2.5), round(0.5), round(2.675, 2), round(1250, -2), round(0.25, 1), round(-0.4)
print round(1e22, 2), round(5e-324, 400), round(12345.678, -400)
print round(1.7976931348623157e308, -308)
