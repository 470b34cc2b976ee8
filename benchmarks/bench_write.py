"""How long a 20-page plan takes to become a .docx, beside the same paragraphs put in by python-docx alone.

Run from the top of the project: python -m benchmarks.bench_write
"""

from io import BytesIO

import docx

from benchmarks.timing import median_ms
from kimhoa_app.documents.writing import write_docx
from tests.documents.papers import sample_plan

ROUNDS = 15
REPEATS = 11  # of the plan's middle part, which makes it 20 pages long


def main() -> None:
    document = sample_plan(REPEATS)
    content = write_docx(document)
    texts = [paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs]
    ours = median_ms(lambda: write_docx(document), ROUNDS)
    bare = median_ms(lambda: _bare(texts), ROUNDS)
    print(f"{'writer':<28}{'paragraphs':>12}{'ms':>10}{'times':>8}")
    print(f"{'python-docx, text only':<28}{len(texts):>12}{bare:>10.1f}{1:>8.2f}")
    print(f"{'write_docx, whole form':<28}{len(texts):>12}{ours:>10.1f}{ours / bare:>8.2f}")


def _bare(texts: list[str]) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


if __name__ == "__main__":
    main()
