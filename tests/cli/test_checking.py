"""The command `check` as a script calls it; the rules are tested by themselves."""

import json
from pathlib import Path

import pytest

from kimhoa_app.cli import main
from kimhoa_app.documents.checking import check as checker
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.rule import Hit, Rule
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.texts import Role

PLAN = """ỦY BAN NHÂN DÂN
XÃ KIM HOA

KẾ HOẠCH
Phát động phong trào thi đua năm 2026

I. MỤC ĐÍCH
Hoàn thành anh ninh trước ngày 20/12/2026./.
"""


def _slips(severity: Severity) -> Rule:
    def look(subject: Subject) -> list[Hit]:
        spot = next(text.spot for text in subject.texts if text.spot.role is Role.BODY)
        return [Hit("“anh ninh” phải là “an ninh”.", "anh ninh", "an ninh", spot, 11), Hit("Thiếu nơi nhận.")]

    return Rule("slip", "language", severity, "lỗi chữ", "chính tả", look)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "kế hoạch.txt"
    file.write_text(PLAN, encoding="utf-8")
    return file


def check(*words: str) -> int:
    return main(["check", *words], lambda _document: b"")


def test_the_json_has_the_shape_of_the_contract(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker, "RULES", (_slips(Severity.ERROR),))
    assert check(str(plan), "--json") == 1
    whole = {"rule": "slip", "severity": "error", "paragraph": None, "text": "", "message": "Thiếu nơi nhận."}
    slip = {"rule": "slip", "severity": "error", "paragraph": 8, "text": "anh ninh"}
    assert json.loads(capsys.readouterr().out) == {
        "file": str(plan),
        "kind": "KH",
        "year": 2026,
        "findings": [
            {**whole, "suggestion": None, "basis": "chính tả"},
            {**slip, "message": "“anh ninh” phải là “an ninh”.", "suggestion": "an ninh", "basis": "chính tả"},
        ],
    }


def test_without_errors_the_answer_is_yes_and_each_finding_is_a_line(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker, "RULES", (_slips(Severity.WARNING),))
    assert check(str(plan)) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2 cảnh báo.",
        "Cả văn bản, cảnh báo: Thiếu nơi nhận. [chính tả]",
        "Đoạn 8, cảnh báo: “anh ninh” phải là “an ninh”. Sửa thành “an ninh”. [chính tả]",
    ]


def test_nothing_found_is_said_too(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker, "RULES", ())
    assert check(str(plan), "--year", "2026", "--level", "commune") == 0
    assert capsys.readouterr().out == "Không thấy gì phải sửa.\n"


@pytest.mark.parametrize("words", [("không-có.docx",), ("a.txt", "--level", "làng"), ("a.txt", "--year", "sau")])
def test_an_unusable_call_is_one_line(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert check(*words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
