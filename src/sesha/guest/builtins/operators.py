"""Gather the operations on values of unknown class under one name for the compiler.

operators_arithmetic.py: binary operators; operators_inplace.py: augmented assignment;
operators_compare.py: comparisons and truth; operators_items.py: items, `in`, unary;
operators_length.py: `len`;
operators_index.py: `__index__`; operators_errors.py: what lowered code raises by itself.
"""

from sesha.guest.builtins.hash import hash_of as hash_of
from sesha.guest.builtins.operators_arithmetic import (
    add as add,
)
from sesha.guest.builtins.operators_arithmetic import (
    and_ as and_,
)
from sesha.guest.builtins.operators_arithmetic import (
    divmod as divmod,
)
from sesha.guest.builtins.operators_arithmetic import (
    floordiv as floordiv,
)
from sesha.guest.builtins.operators_arithmetic import (
    lshift as lshift,
)
from sesha.guest.builtins.operators_arithmetic import (
    matmul as matmul,
)
from sesha.guest.builtins.operators_arithmetic import (
    mod as mod,
)
from sesha.guest.builtins.operators_arithmetic import (
    mul as mul,
)
from sesha.guest.builtins.operators_arithmetic import (
    or_ as or_,
)
from sesha.guest.builtins.operators_arithmetic import (
    pow as pow,
)
from sesha.guest.builtins.operators_arithmetic import (
    rshift as rshift,
)
from sesha.guest.builtins.operators_arithmetic import (
    sub as sub,
)
from sesha.guest.builtins.operators_arithmetic import (
    truediv as truediv,
)
from sesha.guest.builtins.operators_arithmetic import (
    xor as xor,
)
from sesha.guest.builtins.operators_compare import (
    eq as eq,
)
from sesha.guest.builtins.operators_compare import (
    eq_value as eq_value,
)
from sesha.guest.builtins.operators_compare import (
    ge as ge,
)
from sesha.guest.builtins.operators_compare import (
    ge_value as ge_value,
)
from sesha.guest.builtins.operators_compare import (
    gt as gt,
)
from sesha.guest.builtins.operators_compare import (
    gt_value as gt_value,
)
from sesha.guest.builtins.operators_compare import (
    le as le,
)
from sesha.guest.builtins.operators_compare import (
    le_value as le_value,
)
from sesha.guest.builtins.operators_compare import (
    lt as lt,
)
from sesha.guest.builtins.operators_compare import (
    lt_value as lt_value,
)
from sesha.guest.builtins.operators_compare import (
    ne as ne,
)
from sesha.guest.builtins.operators_compare import (
    ne_value as ne_value,
)
from sesha.guest.builtins.operators_compare import (
    not_ as not_,
)
from sesha.guest.builtins.operators_compare import (
    same_or_eq as same_or_eq,
)
from sesha.guest.builtins.operators_compare import (
    truth as truth,
)
from sesha.guest.builtins.operators_errors import (
    abstract_class as abstract_class,
)
from sesha.guest.builtins.operators_errors import (
    assertion_failed as assertion_failed,
)
from sesha.guest.builtins.operators_errors import (
    claim_failed as claim_failed,
)
from sesha.guest.builtins.operators_errors import (
    division_by_zero as division_by_zero,
)
from sesha.guest.builtins.operators_errors import (
    not_callable as not_callable,
)
from sesha.guest.builtins.operators_errors import (
    unset_attribute as unset_attribute,
)
from sesha.guest.builtins.operators_errors import (
    unset_free as unset_free,
)
from sesha.guest.builtins.operators_errors import (
    unset_global as unset_global,
)
from sesha.guest.builtins.operators_errors import (
    unset_local as unset_local,
)
from sesha.guest.builtins.operators_index import (
    clamped_index as clamped_index,
)
from sesha.guest.builtins.operators_index import (
    count_of_repeats as count_of_repeats,
)
from sesha.guest.builtins.operators_index import (
    exact_index as exact_index,
)
from sesha.guest.builtins.operators_index import (
    has_index as has_index,
)
from sesha.guest.builtins.operators_index import (
    index_of as index_of,
)
from sesha.guest.builtins.operators_index import (
    is_small as is_small,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_add as inplace_add,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_and_ as inplace_and_,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_floordiv as inplace_floordiv,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_lshift as inplace_lshift,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_matmul as inplace_matmul,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_mod as inplace_mod,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_mul as inplace_mul,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_or_ as inplace_or_,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_pow as inplace_pow,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_rshift as inplace_rshift,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_sub as inplace_sub,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_truediv as inplace_truediv,
)
from sesha.guest.builtins.operators_inplace import (
    inplace_xor as inplace_xor,
)
from sesha.guest.builtins.operators_items import (
    contains as contains,
)
from sesha.guest.builtins.operators_items import (
    delitem as delitem,
)
from sesha.guest.builtins.operators_items import (
    delslice as delslice,
)
from sesha.guest.builtins.operators_items import (
    getitem as getitem,
)
from sesha.guest.builtins.operators_items import (
    getslice as getslice,
)
from sesha.guest.builtins.operators_items import (
    invert as invert,
)
from sesha.guest.builtins.operators_items import (
    neg as neg,
)
from sesha.guest.builtins.operators_items import (
    pos as pos,
)
from sesha.guest.builtins.operators_items import (
    setitem as setitem,
)
from sesha.guest.builtins.operators_items import (
    setslice as setslice,
)
from sesha.guest.builtins.operators_length import length_of as length_of
from sesha.guest.builtins.operators_length import length_or_none as length_or_none
