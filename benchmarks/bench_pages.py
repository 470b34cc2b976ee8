"""How long pages take: laid out anew, after one edited paragraph, and written as a PDF.

Run from the top of the project: python -m benchmarks.bench_pages
"""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from benchmarks.timing import median_ms
from kimhoa_app.documents.model import OfficialDocument, plain
from tests.documents.papers import sample_decision, sample_minutes, sample_plan
from ui.printing.layout import lay_out
from ui.printing.pdf import make_pdf
from ui.printing.typesetting import Typesetter

TURNS = 7


def main() -> None:
    """Print a table of medians in milliseconds."""
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    papers = {
        "minutes": sample_minutes(),
        "plan": _plan_of(6),
        "long plan": _plan_of(20),
        "decision, 60 rows": sample_decision(60),
    }
    lay_out(papers["minutes"], Typesetter())
    print(f"{'document':<20}{'pages':>7}{'laid out':>12}{'one edited':>12}{'as PDF':>12}   (ms, median of {TURNS})")
    for name, document in papers.items():
        typesetter = Typesetter()
        pages = len(lay_out(document, typesetter))
        anew = median_ms(partial(_anew, document), TURNS)
        edited = median_ms(_edits(document, typesetter), TURNS)
        pdf = median_ms(partial(make_pdf, document), TURNS)
        print(f"{name:<20}{pages:>7}{anew:>12.1f}{edited:>12.1f}{pdf:>12.1f}")


def _plan_of(pages: int) -> OfficialDocument:
    repeats = 1
    while len(lay_out(sample_plan(repeats), Typesetter())) < pages:
        repeats += 1
    return sample_plan(repeats)


def _edits(document: OfficialDocument, typesetter: Typesetter) -> Callable[[], object]:
    versions = iter(range(TURNS * 2))

    def edit() -> object:
        opening = plain(f"Thực hiện nhiệm vụ được giao, lần sửa thứ {next(versions)}, như sau:")
        return lay_out(replace(document, opening=(opening,)), typesetter)

    return edit


def _anew(document: OfficialDocument) -> object:
    return lay_out(document, Typesetter())


if __name__ == "__main__":
    main()
