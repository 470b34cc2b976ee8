"""How long it takes to compare a document with its rolled self, and with one whose sections stand in another order.

Run from the root: python benchmarks/bench_compare.py
"""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.timing import median_ms
from kimhoa_app.documents.comparing import compare
from kimhoa_app.documents.rolling import roll
from tests.documents.papers import sample_plan

REPEATS_A_PAGE = 11 / 20  # of the sample plan's middle part
BENT = 2.5  # times the straight line that still counts as linear


def main() -> int:
    print(f"{'pages':>6}{'rows':>7}{'rolled ms':>11}{'reordered ms':>14}")
    times = {}
    for pages in (10, 20, 50, 100, 200):
        plan = sample_plan(round(pages * REPEATS_A_PAGE))
        rolled = roll(plan, 2030).document
        turned = replace(rolled, sections=rolled.sections[::-1])
        times[pages] = median_ms(lambda plan=plan, rolled=rolled: compare(plan, rolled), 5)
        other = median_ms(lambda plan=plan, turned=turned: compare(plan, turned), 3)
        print(f"{pages:>6}{len(compare(plan, rolled).rows):>7}{times[pages]:>11.1f}{other:>14.1f}")
    return 0 if times[200] <= 20 * BENT * times[10] else 1


if __name__ == "__main__":
    sys.exit(main())
