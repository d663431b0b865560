"""Six programs, typed and untyped: time of the work as a ratio to C, all in one interleaved run."""

import math
import statistics
import subprocess
from dataclasses import dataclass, field

from benchmarks.implementations import TYPED, UNTYPED, Prepare
from benchmarks.places import BUILD, PROGRAMS, Missing, environment
from benchmarks.tables import Cell, print_table

# Sizes: about two seconds for CPython.
SIZES = {
    "nbody": 200_000,
    "fannkuch": 9,
    "spectral_norm": 400,
    "binary_trees": 14,
    "richards": 30,
    "word_count": 1_000_000,
}
ROUNDS = 5
SLOW_ROUNDS = 2
SLOW = {"CPython"}
TIMEOUT = 300
MEMORY = str(512 << 20)
BASE = "C"


@dataclass
class Series:
    """Measurements of one program by one implementation."""

    command: list[str]
    seconds: list[float] = field(default_factory=list)
    output: str = ""

    def best(self) -> float:
        return min(self.seconds)

    def spread(self) -> float:
        return (max(self.seconds) - min(self.seconds)) / statistics.median(self.seconds)


def prepare(name: str, ways: dict[str, Prepare]) -> tuple[dict[str, Series], dict[str, str]]:
    """A series for each implementation that is there, and why the others are not."""
    series: dict[str, Series] = {}
    missing: dict[str, str] = {}
    for way, make in ways.items():
        try:
            series[way] = Series(make(PROGRAMS / f"{name}.py"))
        except Missing as reason:
            missing[way] = str(reason)
    return series, missing


def run_once(series: Series, size: int) -> None:
    command = [*series.command, str(size)]
    finished = subprocess.run(
        command, capture_output=True, text=True, timeout=TIMEOUT, env=environment(SESHA_MEMORY=MEMORY)
    )
    if finished.returncode != 0:
        raise Missing(f"{command[0]} ended with {finished.returncode}: {finished.stderr.strip()[-200:]}")
    series.seconds.append(float(finished.stderr.strip().splitlines()[-1]))
    series.output = finished.stdout


def measure(name: str, ways: dict[str, Prepare]) -> tuple[dict[str, Series], dict[str, str]]:
    series, missing = prepare(name, ways)
    for turn in range(ROUNDS):
        for way in list(series):
            if way in SLOW and turn >= SLOW_ROUNDS:
                continue
            try:
                run_once(series[way], SIZES[name])
            except (Missing, subprocess.TimeoutExpired, ValueError, IndexError) as reason:
                missing[way] = str(reason)
                del series[way]
    outputs = {one.output for one in series.values()}
    if len(outputs) > 1:
        missing["all"] = f"the outputs differ: {sorted(outputs)}"
    return series, missing


def geometric_mean(values: list[float]) -> float:
    return math.exp(sum(math.log(value) for value in values) / len(values)) if values else math.nan


def compare(title: str, ways: dict[str, Prepare], names: list[str]) -> dict[str, object]:
    """Measure, print the table of ratios, give everything as data."""
    BUILD.mkdir(parents=True, exist_ok=True)
    rows: list[list[Cell]] = []
    ratios: dict[str, list[float]] = {way: [] for way in ways}
    data: dict[str, object] = {}
    notes: list[str] = []
    for name in names:
        series, missing = measure(name, ways)
        base = series[BASE].best()
        row: list[Cell] = [name, f"{base:.4f} s"]
        for way in ways:
            if way in series:
                ratio = series[way].best() / base
                ratios[way].append(ratio)
                row.append(ratio)
            else:
                row.append("-")
        rows.append(row)
        notes += [f"{name}, {way}: {reason}" for way, reason in missing.items()]
        data[name] = {
            "size": SIZES[name],
            "seconds": {way: one.seconds for way, one in series.items()},
            "missing": missing,
        }
    complete = {way: values for way, values in ratios.items() if len(values) == len(names)}
    means = {way: geometric_mean(values) for way, values in complete.items()}
    rows.append(["geometric mean", "", *(means.get(way, "-") for way in ways)])
    print_table(title, ["program", "C", *(f"{way} / C" for way in ways)], rows, notes)
    return {"programs": data, "geometric_mean": means}


def typed(names: list[str]) -> dict[str, object]:
    return compare("Typed programs, ratio to C (gcc -O2), best of rounds", TYPED, names)


def untyped(names: list[str]) -> dict[str, object]:
    return compare("The same without annotations, ratio to C", UNTYPED, names)
