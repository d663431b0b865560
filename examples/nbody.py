"""Move the Sun and the four large planets, and print the energy before and after.

The orbits are integrated with a fixed step, velocity first and then position, so that the
energy must stay almost the same. Usage: nbody.py [STEPS]
"""

import math
import sys

SOLAR_MASS = 4.0 * math.pi * math.pi
DAYS_PER_YEAR = 365.24
STEP = 0.01
DEFAULT_STEPS = 20_000


class Body:
    """A point mass: position in astronomical units, velocity in units a year."""

    def __init__(self, x: float, y: float, z: float, vx: float, vy: float, vz: float, mass: float) -> None:
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx * DAYS_PER_YEAR
        self.vy = vy * DAYS_PER_YEAR
        self.vz = vz * DAYS_PER_YEAR
        self.mass = mass * SOLAR_MASS


def solar_system() -> list[Body]:
    """The Sun, Jupiter, Saturn, Uranus and Neptune, the Sun at rest in the centre."""
    # fmt: off
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        Body(
            4.84143144246472090e00,
            -1.16032004402742839e00,
            -1.03622044471123109e-01,
            1.66007664274403694e-03,
            7.69901118419740425e-03,
            -6.90460016972063023e-05,
            9.54791938424326609e-04,
        ),
        Body(
            8.34336671824457987e00,
            4.12479856412430479e00,
            -4.03523417114321381e-01,
            -2.76742510726411499e-03,
            4.99852801234917238e-03,
            2.30417297573763929e-05,
            2.85885980666130812e-04,
        ),
        Body(
            1.28943695621391310e01,
            -1.51111514016986312e01,
            -2.23307578892655734e-01,
            2.96460137564761618e-03,
            2.37847173959480950e-03,
            -2.96589568540237556e-05,
            4.36624404335156298e-05,
        ),
        Body(
            1.53796971148509165e01,
            -2.59193146099879641e01,
            1.79258772950371181e-01,
            2.68067772490389322e-03,
            1.62824170038242295e-03,
            -9.51592254519715870e-05,
            5.15138902046611451e-05,
        ),
    ]
    # fmt: on


def rest(bodies: list[Body]) -> None:
    """Give the first body the velocity that makes the whole system's momentum zero."""
    px = py = pz = 0.0
    for body in bodies:
        px += body.vx * body.mass
        py += body.vy * body.mass
        pz += body.vz * body.mass
    sun = bodies[0]
    sun.vx -= px / sun.mass
    sun.vy -= py / sun.mass
    sun.vz -= pz / sun.mass


def attract(one: Body, other: Body, step: float) -> None:
    """Change both velocities by the gravity between two bodies over one step."""
    dx = one.x - other.x
    dy = one.y - other.y
    dz = one.z - other.z
    distance_squared = dx * dx + dy * dy + dz * dz
    pull = step / (distance_squared * math.sqrt(distance_squared))
    one.vx -= dx * other.mass * pull
    one.vy -= dy * other.mass * pull
    one.vz -= dz * other.mass * pull
    other.vx += dx * one.mass * pull
    other.vy += dy * one.mass * pull
    other.vz += dz * one.mass * pull


def advance(bodies: list[Body], step: float) -> None:
    for i, one in enumerate(bodies):
        for j in range(i + 1, len(bodies)):
            attract(one, bodies[j], step)
    for body in bodies:
        body.x += step * body.vx
        body.y += step * body.vy
        body.z += step * body.vz


def energy(bodies: list[Body]) -> float:
    total = 0.0
    for i, one in enumerate(bodies):
        total += 0.5 * one.mass * (one.vx * one.vx + one.vy * one.vy + one.vz * one.vz)
        for j in range(i + 1, len(bodies)):
            other = bodies[j]
            dx = one.x - other.x
            dy = one.y - other.y
            dz = one.z - other.z
            total -= one.mass * other.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def main() -> None:
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_STEPS
    bodies = solar_system()
    rest(bodies)
    print(f"{energy(bodies):.9f}")
    for _ in range(steps):
        advance(bodies, STEP)
    print(f"{energy(bodies):.9f}")


main()
