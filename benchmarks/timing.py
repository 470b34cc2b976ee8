"""The one clock of the benchmarks."""

import time
from collections.abc import Callable
from statistics import median


def median_ms(work: Callable[[], object], rounds: int) -> float:
    """Return the median time of `rounds` runs of `work` in milliseconds."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return median(times) * 1000
