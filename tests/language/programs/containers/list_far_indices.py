"""Indices of lists beyond a machine word, in insert, pop and items."""

values = [1, 3]
for far in (1 << 100, -(1 << 100)):
    for attempt in (lambda: values.insert(far, 5), lambda: values.pop(far), lambda: [].pop(far), lambda: values[far]):
        try:
            attempt()
        except (OverflowError, IndexError) as error:
            print(type(error).__name__, error)
values.insert(-100, 6)
values.insert(100, 7)
print(values, values.pop(), values.pop(0), values.pop(-1), values)
