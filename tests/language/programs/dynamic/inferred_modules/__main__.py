"""Signatures that are inferred across modules, one of them annotated."""
import impl
import typed

typed.drive(impl.Impl(), "text")
print(impl.Impl().run(3))


def shown(x):
    return x


print(shown(max(3, 2.5)), shown(1.5), shown(sum([1, 2])))


def half(x):
    return [x]


print(half(min(1, 0.5)), half(max([1, 2.5])), half(max([3, 2.5])))
