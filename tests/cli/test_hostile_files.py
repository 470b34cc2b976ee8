"""Hostile files before `check`, `outline`, `roll`: a sentence, 10 seconds and 500 MB at most, never a traceback."""

import random
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest

from tests.documents.reading import messy
from tests.documents.reading.test_hostile_files import DOCUMENT, package

MOST_SECONDS: Final = 10
MOST_BYTES: Final = 500 << 20
LONGEST_TEXT: Final = 1_000_000

if sys.platform == "win32":
    pytest.skip("limits of memory are set as Unix has them", allow_module_level=True)


def damaged(seed: int) -> bytes:
    chance = random.Random(seed)
    content = bytearray(messy.directive())
    for _ in range(20):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def damaged_inside(seed: int) -> bytes:
    chance, stream = random.Random(seed), BytesIO()
    with zipfile.ZipFile(BytesIO(messy.ward_plan())) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = bytearray(old.read(name))
            start = chance.randrange(len(part))
            part[start : start + 4] = chance.choice([b'w:val="-1"', b"9" * 5000, b"<w:p/>", b"\xff"])
            new.writestr(name, bytes(part))
    return stream.getvalue()


def paragraphs(text: str, count: int) -> bytes:
    return package(DOCUMENT.format(head="", body=f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" * count))


def text(piece: str) -> bytes:
    return (piece * (LONGEST_TEXT // len(piece))).encode()


CASES: Final[dict[str, Callable[[], bytes]]] = {
    "cắt cụt.docx": lambda: messy.directive()[:3000],
    "hỏng 1.docx": lambda: damaged(1),
    "hỏng 2.docx": lambda: damaged(2),
    "hỏng bên trong 1.docx": lambda: damaged_inside(1),
    "hỏng bên trong 2.docx": lambda: damaged_inside(2),
    "nén nhiều.docx": lambda: package(b" " * (300 << 20)),
    "nhiều phần tử.docx": lambda: package(DOCUMENT.format(head="", body="<w:p/>" * 3_000_000)),
    "lồng sâu.docx": lambda: package(DOCUMENT.format(head="", body="<w:tbl>" * 100_000 + "</w:tbl>" * 100_000)),
    "nhiều đoạn.docx": lambda: paragraphs("Trước ngày 42/13/2023, Quyết định số 1/KH-UBND.", 20_000),
    "ảnh.docx": lambda: b"\x89PNG\r\n" + bytes(2000),
    "cũ.doc": lambda: b"\xd0\xcf\x11\xe0" + bytes(2000),
    "quét.pdf": lambda: b"%PDF-1.4" + bytes(2000),
    "rỗng.txt": lambda: b"",
    "byte lạ.txt": lambda: bytes(range(256)) * 4000,
    "một dòng.txt": lambda: text("kỷ niệm 50 năm ngày 30/4/2023, "),
    "nhiều mục.txt": lambda: text("1. Quyết định số 01/KH-UBND ngày 04/01/2023\n"),
    "dấu.txt": lambda: text("**(“"),
    "số.txt": lambda: text("1.1."),
    "nơi nhận.txt": lambda: text("Nơi nhận:\n- UBND huyện;\nCHỦ TỊCH\n"),
}


@pytest.fixture(params=["200 MB.docx", *CASES])
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    if request.param in CASES:
        path.write_bytes(CASES[request.param]())
    else:
        with path.open("wb") as file:
            file.truncate(200 << 20)
    return path


@pytest.mark.parametrize("command", ["check", "outline", "roll"])
def test_a_hostile_file_ends_in_an_answer_or_one_sentence(command: str, hostile: Path) -> None:
    new = ["--to-year", "2030", "--out", str(hostile.with_name("mới.docx"))] if command == "roll" else []
    words = [sys.executable, "-m", "kimhoa_app", command, str(hostile), *new, "--json"]
    ended = subprocess.run(
        words, capture_output=True, check=False, encoding="utf-8", timeout=6 * MOST_SECONDS, preexec_fn=_limited
    )
    assert ended.returncode in (0, 1, 2), ended.stderr[-2000:]
    assert "Traceback" not in ended.stderr
    if ended.stderr:
        (sentence,) = ended.stderr.splitlines()
        assert sentence.endswith((".", "?")), sentence
        assert not hostile.with_name("mới.docx").exists()


def _limited() -> None:
    """Time is the processor's, so that a busy machine fails nobody; memory is all that the process may ask for."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
