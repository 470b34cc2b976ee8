"""How long a 20-page plan takes to become a .docx, beside the same paragraphs put in by python-docx alone.

Run from the root of the project: python benchmarks/bench_write.py
"""

import sys
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

import docx

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kimhoa_app.documents.writing import write_docx
from tests.documents.papers import sample_plan

ROUNDS = 15
REPEATS = 11  # of the plan's middle part, which makes it 20 pages long


def main() -> None:
    document = sample_plan(REPEATS)
    content = write_docx(document)
    texts = [paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs]
    ours = median(_seconds(lambda: write_docx(document)) for _ in range(ROUNDS))
    bare = median(_seconds(lambda: _bare(texts)) for _ in range(ROUNDS))
    print(f"{'writer':<28}{'paragraphs':>12}{'ms':>10}{'times':>8}")
    print(f"{'python-docx, text only':<28}{len(texts):>12}{bare * 1000:>10.1f}{1:>8.2f}")
    print(f"{'write_docx, whole form':<28}{len(texts):>12}{ours * 1000:>10.1f}{ours / bare:>8.2f}")


def _bare(texts: list[str]) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _seconds(work) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    main()
