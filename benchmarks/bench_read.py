"""How long a Word file takes to become a document: 10 pages well under 0.15 s, and as many times more for more pages.

Both a file of our own styles and one of plain paragraphs are read. Run from the root: python benchmarks/bench_read.py
"""

import sys
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

import docx

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kimhoa_app.documents.reading.outline import outline_json, read_document
from kimhoa_app.documents.writing import write_docx
from tests.documents.papers import sample_plan

ROUNDS = 7
REPEATS_A_PAGE = 11 / 20  # of the sample plan's middle part
PROMISED = 0.15  # seconds for 10 pages
BENT = 1.6  # times the straight line that still counts as linear


def main() -> int:
    print(f"{'pages':>6}{'paragraphs':>12}{'own styles ms':>15}{'plain ms':>10}")
    times = {}
    for pages in (10, 20, 50, 100, 200):
        own = write_docx(sample_plan(round(pages * REPEATS_A_PAGE)))
        texts = [paragraph.text for paragraph in docx.Document(BytesIO(own)).paragraphs]
        times[pages] = (_seconds(own), _seconds(_plain(texts)))
        print(f"{pages:>6}{len(texts):>12}{times[pages][0] * 1000:>15.1f}{times[pages][1] * 1000:>10.1f}")
    is_fast = max(times[10]) < PROMISED
    is_linear = all(long <= 20 * BENT * short for long, short in zip(times[200], times[10], strict=True))
    return 0 if is_fast and is_linear else 1


def _plain(texts: list[str]) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _seconds(content: bytes) -> float:
    def once() -> float:
        start = perf_counter()
        outline_json(read_document(content, "a.docx"))
        return perf_counter() - start

    return median(once() for _ in range(ROUNDS))


if __name__ == "__main__":
    sys.exit(main())
