"""How long it takes to roll a document forward: one of 10 pages within 0.5 s, and as many times more for more pages.

Run from the root: python benchmarks/bench_roll.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.timing import median_ms
from kimhoa_app.documents.rolling import roll
from tests.documents.papers import sample_plan

REPEATS_A_PAGE = 11 / 20  # of the sample plan's middle part
PROMISED = 500  # milliseconds for 10 pages
BENT = 1.6  # times the straight line that still counts as linear


def main() -> int:
    print(f"{'pages':>6}{'changes':>9}{'questions':>11}{'ms':>9}")
    times = {}
    for pages in (10, 20, 50, 100, 200):
        plan = sample_plan(round(pages * REPEATS_A_PAGE))
        rolled = roll(plan, 2030)
        times[pages] = median_ms(lambda plan=plan: roll(plan, 2030), 5)
        print(f"{pages:>6}{len(rolled.changes):>9}{len(rolled.questions):>11}{times[pages]:>9.1f}")
    return 0 if times[10] < PROMISED and times[200] <= 20 * BENT * times[10] else 1


if __name__ == "__main__":
    sys.exit(main())
