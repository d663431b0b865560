"""Class variables and class methods by `type(self)` and `self.__class__`, of classes that nothing else names."""


class A:
    n = 0
    def c(self): type(self).n += 1
x = A()
x.c()
print(A.n)
class B(A):
    pass
class C(A):
    n = 10
    kinds = {}
    @classmethod
    def make(cls, v): return cls()
    @staticmethod
    def s(): return "static"
    def again(self): return type(self).make(1), self.__class__.s(), type(self).kinds
C().c(); print(C.n, A.n, type(C().again()[0]).__name__, C().again()[1:])
try: B().c(); print(B.n, A.n)
except AttributeError as e: print(e)
def count(x):
    cls = type(x)
    cls.n = cls.n + 5
    return cls
print(count(x).n, count(C()).n)
class Registry:
    instances = 0
    by_name = {}
    def __init__(self, name):
        cls = self.__class__
        cls.instances += 1
        cls.by_name[name] = self
Registry("a"); Registry("b"); print(Registry.instances, sorted(Registry.by_name))
