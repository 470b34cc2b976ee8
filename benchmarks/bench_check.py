"""How long it takes to read and check a Word file: 10 pages within 0.3 s, and as many times more for more pages.

The texts are split anew in every round, as for a file that is seen for the first time; checked again, as while it is
edited, they are not. Run from the root:
python -m benchmarks.bench_check
"""

import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.timing import median_ms
from kimhoa_app.documents.checking.check import RULES, check
from kimhoa_app.documents.checking.file_check import CheckedFile, check_file
from kimhoa_app.documents.checking.words import words_of
from kimhoa_app.documents.writing import write_docx
from tests.documents.papers import sample_plan

REPEATS_A_PAGE = 11 / 20  # of the sample plan's middle part
PROMISED = 300  # milliseconds for 10 pages
BENT = 1.6  # times the straight line that still counts as linear
TODAY = date(2026, 1, 15)


def main() -> int:
    print(f"{len(RULES)} rules")
    print(f"{'pages':>6}{'findings':>10}{'outline + check ms':>20}{'checked again ms':>18}")
    times = {}
    with tempfile.TemporaryDirectory() as folder:
        for pages in (10, 20, 50, 100, 200):
            path = Path(folder) / f"{pages}.docx"
            path.write_bytes(write_docx(sample_plan(round(pages * REPEATS_A_PAGE))))
            checked = _checked(path)
            times[pages] = median_ms(lambda path=path: _checked(path), 5)
            again = median_ms(lambda document=checked.document: check(document, TODAY), 5)
            print(f"{pages:>6}{len(checked.findings):>10}{times[pages]:>20.1f}{again:>18.1f}")
    return 0 if times[10] < PROMISED and times[200] <= 20 * BENT * times[10] else 1


def _checked(path: Path) -> CheckedFile:
    words_of.cache_clear()
    return check_file(path, TODAY)


if __name__ == "__main__":
    sys.exit(main())
