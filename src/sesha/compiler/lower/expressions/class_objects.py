"""Take the class of a value: `type(x)`, `x.__class__`.

Nothing names such a class, but what gets the object may call it. The mark that is left here tells
reachability which classes then need their generic constructors.
"""

from sesha.compiler.lower.function import FunctionLowering
from sesha.compiler.lower.value import Val

OBJECT = "builtins.object"


def class_of(fl: FunctionLowering, value: Val) -> Val:
    """The class object, marked with the class that the value is known to have."""
    result = fl.runtime("type.class_of", value)
    if not fl.guest:
        cls = fl.find_class(value.cls)
        known = OBJECT if cls is None or cls.is_protocol else cls.name
        fl.builder.mark(result.operand, class_of=known)
    return result
