"""The command `roll` as a script calls it."""

import json
from pathlib import Path

import pytest

from kimhoa_app.cli import main
from kimhoa_app.documents.reading.outline import read_document

PLAN = """KẾ HOẠCH
Phát động phong trào thi đua năm 2023

Thực hiện Chỉ thị số 03/CT-UBND ngày 30/01/2023 của Ủy ban nhân dân tỉnh.

I. MỤC ĐÍCH
Hoàn thành trước ngày 20/12/2023./.
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "cũ.txt"
    file.write_text(PLAN, encoding="utf-8")
    return file


def roll(plan: Path, year: int, *options: str) -> tuple[int, Path]:
    out = plan.with_name("mới.docx")
    return main(["roll", str(plan), "--to-year", str(year), "--out", str(out), *options], lambda _document: b""), out


def test_the_draft_is_written_and_the_json_has_the_shape_of_the_contract(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out = roll(plan, 2026, "--json")
    assert status == 0
    assert read_document(out).year == 2026
    said = json.loads(capsys.readouterr().out)
    assert said == {
        "changes": [
            {"paragraph": 2, "rule": "year", "before": "năm 2023", "after": "năm 2026"},
            {"paragraph": 7, "rule": "date", "before": "20/12/2023", "after": "20/12/2026"},
        ],
        "questions": [
            {
                "paragraph": 4,
                "rule": "cited-act",
                "text": "Chỉ thị số 03/CT-UBND ngày 30/01/2023",
                "message": "Văn bản của năm cũ; hãy tìm số, ngày của văn bản tương ứng cho năm 2026.",
            }
        ],
    }


def test_without_json_each_change_and_question_is_a_line(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roll(plan, 2026)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Đã đổi 2 chỗ, còn 1 chỗ phải quyết định."
    assert len(lines) == 4


def test_the_same_year_is_refused_in_one_sentence_and_nothing_is_written(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out = roll(plan, 2023)
    assert (status, out.exists()) == (1, False)
    assert capsys.readouterr().err.strip() == "Văn bản là của năm 2023; hãy chọn một năm sau năm 2023."


def test_the_office_of_the_data_folder_is_asked_what_it_knows(
    plan: Path, sample_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With data the signer of today is known; without, nobody is, and nothing is made in the folder."""
    plan.write_text(PLAN + "\n\nCHỦ TỊCH\n\nLê Văn Cũ\n", encoding="utf-8")
    said = {}
    for folder in (sample_folder, tmp_path / "none"):
        roll(plan, 2026, "--data", str(folder))
        said[folder] = capsys.readouterr().out
    assert "Người ký hiện nay là" in said[sample_folder]
    assert "Người ký này năm nay còn giữ chức vụ không?" in said[tmp_path / "none"]
    assert not (tmp_path / "none").exists()
