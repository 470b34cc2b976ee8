"""How long the preview takes to show an edited section: from the last key to the painted page, the wait included.

Run from the top of the project: python -m benchmarks.bench_preview
"""

import os
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks.timing import median_ms
from kimhoa_app.documents.editing import section_at, section_text, with_typed_section
from kimhoa_app.documents.model import OfficialDocument
from tests.documents.papers import sample_plan
from ui.pages.drafting.preview import WAIT_MS, Preview
from ui.printing.blocks import Region, Source
from ui.printing.layout import lay_out
from ui.printing.typesetting import Typesetter

TURNS = 15
PAGES = (2, 10, 20)
SECTION = (1,)


def main() -> None:
    """Print a table of medians in milliseconds."""
    application = QApplication.instance() or QApplication([])
    assert application is not None
    print(f"{'pages':>5}{'typed':>10}{'added above':>14}   (ms with {WAIT_MS} ms of waiting, median of {TURNS})")
    for pages in PAGES:
        document = _plan_of(pages)
        typed = median_ms(_edits(document, lambda text, turn: f"{text} {turn}"), TURNS)
        added = median_ms(_edits(document, lambda text, turn: f"# I. MỤC THÊM\nChữ lần {turn}.\n{text}"), TURNS)
        print(f"{pages:>5}{typed + WAIT_MS:>10.1f}{added + WAIT_MS:>14.1f}")


def _edits(document: OfficialDocument, change: Callable[[str, int], str]) -> Callable[[], object]:
    preview = Preview()
    preview.resize(400, 640)
    preview.show_now(document)
    preview.follow(SECTION)
    preview.grab()
    turns = iter(range(TURNS * 2))
    text = section_text(section_at(document, SECTION))

    def edit() -> object:
        edited, _complaint = with_typed_section(document, SECTION, change(text, next(turns)))
        preview.show_now(edited)
        preview.view.mark(Source(Region.BODY, SECTION, 0))
        return preview.grab()

    return edit


def _plan_of(pages: int) -> OfficialDocument:
    repeats = 1
    while len(lay_out(sample_plan(repeats), Typesetter())) < pages:
        repeats += 1
    return sample_plan(repeats)


if __name__ == "__main__":
    main()
