"""Hostile files before `outline`, `check` and `roll`: one sentence within 10 seconds and 500 MB, never a traceback."""

import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest

from tests.documents.reading import messy
from tests.documents.reading.test_hostile_files import DOCUMENT, package

MOST_SECONDS: Final = 10
MOST_BYTES: Final = 500 << 20
LONGEST_TEXT: Final = 400_000

ALL_THREE: Final = f"""
import contextlib, io, json, os, resource, sys, time
from kimhoa_app.cli import main

def answers(path):
    resource.setrlimit(resource.RLIMIT_AS, ({MOST_BYTES}, {MOST_BYTES}))
    new = ["--to-year", "2030", "--out", path.rpartition("/")[0] + "/mới.docx"]
    for command, more in (("outline", []), ("check", []), ("roll", new)):
        begun, said = time.process_time(), io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
            status = main([command, path, *more, "--json"], None)
        seconds = time.process_time() - begun
        yield dict(command=command, status=status, seconds=seconds, said=said.getvalue().strip())

for line in sys.stdin:
    child = os.fork()
    if not child:
        print(json.dumps(list(answers(line.strip()))), flush=True)
        os._exit(0)
    if ended := os.waitpid(child, 0)[1]:
        print(json.dumps(f"ended with {{ended}}"), flush=True)
"""
"""Answers to each path in a process of its own under the limit of memory; time is the processor's, so that a busy
machine fails nobody. The program is loaded once: that takes longer than most of the answers.
"""

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
    "nhiều đoạn.docx": lambda: paragraphs("Trước ngày 42/13/2023, Quyết định số 1/KH-UBND.", 8_000),
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


@pytest.fixture(scope="module")
def program() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", ALL_THREE]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8") as started:
        yield started


def test_a_hostile_file_ends_in_answers_or_one_sentence_each(program: subprocess.Popen[str], hostile: Path) -> None:
    assert program.stdin is not None
    assert program.stdout is not None
    print(hostile, file=program.stdin, flush=True)
    told = json.loads(program.stdout.readline())
    assert isinstance(told, list), told
    assert [each["command"] for each in told] == ["outline", "check", "roll"]
    for each in told:
        assert each["status"] in (0, 1, 2), each
        assert each["seconds"] < MOST_SECONDS, each
        if each["status"] == 2:
            assert each["said"].endswith((".", "?")), each
            assert each["said"].count("\n") == 0, each
    assert told[2]["status"] == 0 or not hostile.with_name("mới.docx").exists()
