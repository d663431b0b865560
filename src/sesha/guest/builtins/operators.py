"""Gather the operations on values of unknown class under one name for the compiler.

operators_arithmetic.py: binary operators; operators_inplace.py: augmented assignment;
operators_compare.py: comparisons and truth; operators_items.py: items, `in`, unary;
operators_length.py: `len`; operators_index.py: `__index__`; operators_quick.py: what settles most of
them at once; operators_errors.py: what lowered code raises by itself.
"""

from sesha.guest.builtins.hash import hash_of as hash_of
from sesha.guest.builtins.operators_arithmetic import (
    divmod as divmod,
    matmul as matmul,
    pow as pow,
)
from sesha.guest.builtins.operators_compare import (
    eq_value as eq_value,
    ge_value as ge_value,
    gt_value as gt_value,
    le_value as le_value,
    lt_value as lt_value,
    ne_value as ne_value,
    not_ as not_,
    same_or_eq as same_or_eq,
    truth as truth,
)
from sesha.guest.builtins.operators_errors import (
    abstract_class as abstract_class,
    assertion_failed as assertion_failed,
    claim_failed as claim_failed,
    division_by_zero as division_by_zero,
    not_callable as not_callable,
    unset_attribute as unset_attribute,
    unset_free as unset_free,
    unset_global as unset_global,
    unset_local as unset_local,
)
from sesha.guest.builtins.operators_index import (
    clamped_index as clamped_index,
    count_of_repeats as count_of_repeats,
    exact_index as exact_index,
    has_index as has_index,
    index_of as index_of,
    is_small as is_small,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_matmul as inplace_matmul,
    inplace_pow as inplace_pow,
)
from sesha.guest.builtins.operators_items import (
    contains as contains,
    delitem as delitem,
    delslice as delslice,
    getslice as getslice,
    invert as invert,
    pos as pos,
    setslice as setslice,
)
from sesha.guest.builtins.operators_length import length_of as length_of, length_or_none as length_or_none
from sesha.guest.builtins.operators_quick import (
    add as add,
    and_ as and_,
    eq as eq,
    floordiv as floordiv,
    ge as ge,
    getitem as getitem,
    gt as gt,
    inplace_add as inplace_add,
    inplace_and_ as inplace_and_,
    inplace_floordiv as inplace_floordiv,
    inplace_lshift as inplace_lshift,
    inplace_mod as inplace_mod,
    inplace_mul as inplace_mul,
    inplace_or_ as inplace_or_,
    inplace_rshift as inplace_rshift,
    inplace_sub as inplace_sub,
    inplace_truediv as inplace_truediv,
    inplace_xor as inplace_xor,
    le as le,
    lshift as lshift,
    lt as lt,
    mod as mod,
    mul as mul,
    ne as ne,
    neg as neg,
    or_ as or_,
    rshift as rshift,
    setitem as setitem,
    sub as sub,
    truediv as truediv,
    xor as xor,
)
