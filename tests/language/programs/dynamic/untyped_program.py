"""A small untyped interpreter: dicts of functions, tuples, recursion, string building."""


def tokenize(source):
    return source.replace("(", " ( ").replace(")", " ) ").split()


def parse(tokens):
    token = tokens.pop(0)
    if token == "(":
        result = []
        while tokens[0] != ")":
            result.append(parse(tokens))
        tokens.pop(0)
        return result
    for convert in (int, float):
        try:
            return convert(token)
        except ValueError:
            pass
    return token


def standard():
    def product(*args):
        result = 1
        for arg in args:
            result *= arg
        return result

    return {
        "+": lambda *args: sum(args), "*": product, "-": lambda a, b=None: -a if b is None else a - b, "/": lambda a, b: a / b,
        "<": lambda a, b: a < b, "=": lambda a, b: a == b, "list": lambda *args: list(args), "len": len, "max": max,
    }


class Scope:
    def __init__(self, names, outer=None):
        self.names = names
        self.outer = outer

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope.names:
                return scope.names
            scope = scope.outer
        raise NameError(f"name {name!r} is not defined")


def evaluate(x, scope):
    while True:
        if isinstance(x, str):
            return scope.find(x)[x]
        if not isinstance(x, list):
            return x
        head, *rest = x
        if head == "if":
            test, yes, no = rest
            x = yes if evaluate(test, scope) else no
            continue
        if head == "define":
            scope.names[rest[0]] = evaluate(rest[1], scope)
            return None
        if head == "lambda":
            names, body = rest
            return lambda *args, names=names, body=body, scope=scope: evaluate(body, Scope(dict(zip(names, args)), scope))
        function = evaluate(head, scope)
        return function(*[evaluate(arg, scope) for arg in rest])


def show(value):
    if isinstance(value, list):
        return "(" + " ".join(show(v) for v in value) + ")"
    return str(value)


world = Scope(standard())
for line in (
    "(+ 1 2 3)", "(* 2 (- 10 4))", "(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))", "(fact 25)",
    "(define twice (lambda (f x) (f (f x))))", "(twice (lambda (x) (* x 1.5)) 4)", "(list 1 (list 2 3) (len (list 4)))",
    "(max 3 9 4)", "(nope 1)", "(/ 1 0)", "(if (= 1 1) 10 (/ 1 0))",
):
    try:
        print(line, "=>", show(evaluate(parse(tokenize(line)), world)))
    except (NameError, ZeroDivisionError) as error:
        print(line, "!!", type(error).__name__)
