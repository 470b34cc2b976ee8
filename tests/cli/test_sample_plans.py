"""`outline`, `check` and `roll` as scripts call them, on the two real plans in each of the forms that files come in."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import docx
import pytest

from kimhoa_app.cli import main
from kimhoa_app.documents.reading.outline import read_document
from kimhoa_app.documents.writing import write_docx
from tests.documents.nd30 import assert_meets_nd30

_ABOVE = Path(__file__).resolve().parents[2].parents
SAMPLES = next(
    (above / "shared" / "samples" for above in _ABOVE if (above / "shared" / "samples").is_dir()), Path("none")
)
PLANS: Final = {"ke-hoach-duong-hoa-2022": 2022, "ke-hoach-kim-hoa-2023": 2023}
LATER: Final = 4
"""So many years on that no year of the old plan is right in the new one."""
FAULTS: Final = {
    "ke-hoach-duong-hoa-2022": {("impossible-date", "ngày 42 tháng 11"), ("label-repeated", "2.")},
    "ke-hoach-kim-hoa-2023": {
        ("anniversary-year", "92 năm"),
        ("cited-later", "7071/QĐ-UBND"),
        ("cited-type", "01/KH-UBND"),
    },
}

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample plans are not here")

Json = dict[str, Any]
Run = Callable[..., tuple[int, Json]]


def as_text(name: str, folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_bytes((SAMPLES / f"{name}.txt").read_bytes())
    return path


def as_plain_word(name: str, folder: Path) -> Path:
    path, word = folder / "b.docx", docx.Document()
    for line in (SAMPLES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        word.add_paragraph(line)
    word.save(str(path))
    return path


def as_our_word(name: str, folder: Path) -> Path:
    path = folder / "c.docx"
    path.write_bytes(write_docx(read_document(SAMPLES / f"{name}.txt")))
    return path


FORMS: Final = {"text": as_text, "plain-word": as_plain_word, "our-word": as_our_word}
EACH = pytest.mark.parametrize("form", FORMS)
BOTH = pytest.mark.parametrize("name", PLANS)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def ran(*words: object) -> tuple[int, Json]:
        status = main([*map(str, words), "--json"], lambda _document: b"")
        told = capsys.readouterr()
        assert told.err == ""
        return status, json.loads(told.out)

    return ran


@BOTH
@EACH
def test_the_outline_has_the_shape_of_the_contract(name: str, form: str, run: Run, tmp_path: Path) -> None:
    status, outline = run("outline", FORMS[form](name, tmp_path))
    assert status == 0
    assert list(outline) == [
        *("kind", "superior", "agency", "number", "symbol", "place", "date", "title", "subject", "bases", "opening"),
        *("sections", "closing", "recipients", "signatures"),
    ]
    assert (outline["kind"], len(outline["sections"])) == ("KH", 3)
    waiting = list(outline["sections"])
    for section in waiting:
        assert list(section) == ["label", "heading", "paragraphs", "children"]
        waiting += section["children"]
    assert all(list(each) == ["authority", "position", "name"] for each in outline["signatures"])


@BOTH
@EACH
def test_the_faults_are_found_in_every_form(name: str, form: str, run: Run, tmp_path: Path) -> None:
    path = FORMS[form](name, tmp_path)
    status, told = run("check", path)
    assert (status, list(told)) == (1, ["file", "kind", "year", "findings"])
    assert (told["file"], told["kind"], told["year"]) == (str(path), "KH", PLANS[name])
    for found in told["findings"]:
        assert list(found) == ["rule", "severity", "paragraph", "text", "message", "suggestion", "basis"]
        assert found["severity"] in ("error", "warning", "info")
    errors = [found for found in told["findings"] if found["severity"] == "error"]
    faults = {fault for fault in FAULTS[name] if any(_says(found, *fault) for found in errors)}
    assert faults == FAULTS[name]
    of_words = [found for found in errors if found["paragraph"] is not None]
    assert len(of_words) == len(FAULTS[name]), of_words


@BOTH
@EACH
def test_the_rolled_plan_is_in_due_form_and_says_what_became_of_it(
    name: str, form: str, run: Run, tmp_path: Path
) -> None:
    path, out, year = FORMS[form](name, tmp_path), tmp_path / "mới.docx", PLANS[name] + LATER
    status, told = run("roll", path, "--to-year", year, "--out", out)
    assert (status, list(told)) == (0, ["changes", "questions"])
    assert all(list(each) == ["paragraph", "rule", "before", "after"] for each in told["changes"])
    assert all(list(each) == ["paragraph", "rule", "text", "message"] for each in told["questions"])
    assert_meets_nd30(out.read_bytes())
    rolled = read_document(out)
    assert rolled.year == year
    asked = " ".join(each["text"] for each in told["questions"])
    for stale in (str(PLANS[name] + offset) for offset in (-1, 0, 1)):
        left = json.dumps(run("outline", out)[1], ensure_ascii=False).count(stale)
        assert left <= asked.count(stale), stale


@BOTH
def test_what_is_changed_and_asked_does_not_depend_on_the_form(name: str, run: Run, tmp_path: Path) -> None:
    told = []
    for make in FORMS.values():
        _status, said = run(
            "roll", make(name, tmp_path), "--to-year", PLANS[name] + LATER, "--out", tmp_path / "m.docx"
        )
        told.append(
            (
                sorted((each["rule"], each["before"]) for each in said["changes"] if each["rule"] not in OF_THE_FORM),
                sorted((each["rule"], each["text"]) for each in said["questions"]),
            )
        )
    assert told[0] == told[1] == told[2]


OF_THE_FORM: Final = ("number", "issue-date", "archive-line")
"""What our own form words otherwise than the sample did."""


def _says(found: Json, rule: str, words: str) -> bool:
    return found["rule"] == rule and words in found["text"]
