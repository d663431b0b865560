"""Mathematical functions, as CPython's math has them.

Written in plain Python on double-doubles (pairs.py), so that results are nearly always the
correctly rounded ones. exponential.py, trigonometric.py, hyperbolic.py: functions of real numbers;
special.py: gamma and error functions; integers.py: of integers; sums.py: of many numbers;
representation.py: the exact ones.
"""

from sesha.guest.stdlib.math.exponential import (
    cbrt as cbrt,
    exp as exp,
    exp2 as exp2,
    expm1 as expm1,
    log as log,
    log1p as log1p,
    log2 as log2,
    log10 as log10,
    pow as pow,
    sqrt as sqrt,
)
from sesha.guest.stdlib.math.hyperbolic import (
    acosh as acosh,
    asinh as asinh,
    atanh as atanh,
    cosh as cosh,
    sinh as sinh,
    tanh as tanh,
)
from sesha.guest.stdlib.math.integers import (
    comb as comb,
    factorial as factorial,
    gcd as gcd,
    isqrt as isqrt,
    lcm as lcm,
    perm as perm,
)
from sesha.guest.stdlib.math.representation import (
    ceil as ceil,
    copysign as copysign,
    fabs as fabs,
    floor as floor,
    fmod as fmod,
    frexp as frexp,
    isclose as isclose,
    isfinite as isfinite,
    isinf as isinf,
    isnan as isnan,
    ldexp as ldexp,
    modf as modf,
    nextafter as nextafter,
    remainder as remainder,
    trunc as trunc,
    ulp as ulp,
)
from sesha.guest.stdlib.math.special import (
    erf as erf,
    erfc as erfc,
    gamma as gamma,
    lgamma as lgamma,
)
from sesha.guest.stdlib.math.sums import (
    dist as dist,
    fsum as fsum,
    hypot as hypot,
    prod as prod,
    sumprod as sumprod,
)
from sesha.guest.stdlib.math.trigonometric import (
    acos as acos,
    asin as asin,
    atan as atan,
    atan2 as atan2,
    cos as cos,
    degrees as degrees,
    radians as radians,
    sin as sin,
    tan as tan,
)

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = 1e400
nan = inf - inf
