"""viewkeys, viewitems and viewvalues show what the dictionary holds now."""
stock = {'nut': 3}
keys, values, items = stock.viewkeys(), stock.viewvalues(), stock.viewitems()
print keys, values, items, len(keys)
stock['nut'] = 4
print values, items, 'nut' in keys, ('nut', 4) in items, ('nut', 3) in items, 4 in values
print keys & ['nut', 'egg'], keys - ['nut'], keys | [], keys ^ ['nut'], ['nut'] & keys, items & [('nut', 4)]
print keys == set(['nut']), keys == {'nut': 0}.viewkeys(), keys < set(['nut', 'egg']), set(['nut']) == keys, items == keys
print type(keys), isinstance(keys, set), hasattr(keys, 'isdisjoint'), list(iter(items))
for wrong in ('keys[0]', 'keys & 5', 'values & [1]', 'keys + [1]', 'hash(keys)', 'type(keys)()', 'keys.foo'):
    try:
        print eval(wrong)
    except (TypeError, AttributeError) as e:
        print wrong, '->', e
