"""The contract of `kimhoa eligibility`: names, options, shapes and exit statuses."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kimhoa_app.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, str, str]:
        status = main([str(word) for word in words], lambda _document: b"")
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


@pytest.fixture
def data(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_folder, tmp_path / "data"))


def test_json_has_the_shape_of_the_contract(run: Run, data: Path) -> None:
    status, out, err = run("eligibility", "--year", 2025, "--json", "--data", data)
    assert (status, err) == (0, "")
    told = json.loads(out)
    assert (told["year"], told["regime"]) == (2025, "R3")
    assert {each["title"] for each in told["results"]} >= {"LĐTT", "CSTĐCS", "CSTĐT", "CSTĐTQ", "BKT"}
    for result in told["results"]:
        assert isinstance(result["person_id"], int)
        assert result["full_name"]
        assert result["eligible"] in (True, False, None)
        for rule in result["rules"]:
            assert rule["id"]
            assert rule["ok"] in (True, False, None)
            assert rule["detail"]
            assert rule["basis"]
    people = {(each["person_id"], each["title"]) for each in told["results"]}
    assert len(people) == len(told["results"])
    assert all("unit_id" in each for each in told["units"])
    households = [each for each in told["households"] if each["title"] == "GĐVH"]
    assert sum(each["registered"] for each in households) == 11
    assert all(each["eligible"] is None and each["village"] for each in households)
    assert all(each["eligible"] is None for each in told["units"] if each["title"] == "TVH")


def test_the_result_follows_from_the_rules_that_bar(run: Run, data: Path) -> None:
    _status, out, _err = run("eligibility", "--year", 2025, "--json", "--data", data)
    for result in json.loads(out)["results"]:
        barring = [rule["ok"] for rule in result["rules"] if rule["severity"] == "block"]
        expected = False if False in barring else None if None in barring else True
        assert result["eligible"] is expected


@pytest.mark.parametrize(
    ("days", "regime"),
    [
        ((), "R4"),
        (("--received", "2026-09-30"), "R3"),
        (("--decided", "30/09/2026"), "R3"),
        (("--decided", "2026-10-01", "--received", "2026-10-01"), "R4"),
    ],
)
def test_the_regime_is_that_of_the_days(run: Run, data: Path, days: tuple[str, ...], regime: str) -> None:
    _status, out, _err = run("eligibility", "--year", 2026, "--json", *days, "--data", data)
    assert json.loads(out)["regime"] == regime


def test_a_person_reads_how_many_and_why_not(run: Run, data: Path) -> None:
    status, out, _err = run("eligibility", "--year", 2025, "--data", data)
    assert status == 0
    assert "chế độ R3" in out
    assert "Chiến sĩ thi đua cơ sở (CSTĐCS):" in out
    assert "làm tròn xuống" in out
    assert "làm tròn lên" in out
    assert "Gia đình văn hóa (GĐVH):" in out


@pytest.mark.parametrize(
    "words",
    [
        ("--year", "2026", "--decided", "2026-13-01"),
        ("--year", "2026", "--decided", "31/12"),
        ("--year", "2026", "--decided", "2026-01-01", "--received", "2026-02-01"),
        ("--decided", "2026-12-31"),
    ],
)
def test_what_cannot_be_is_one_line_and_status_2(run: Run, data: Path, words: tuple[str, ...]) -> None:
    status, out, err = run("eligibility", *words, "--data", data)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1


def test_a_folder_without_data_is_left_alone(run: Run, tmp_path: Path) -> None:
    status, _out, err = run("eligibility", "--year", 2026, "--data", tmp_path / "none")
    assert status == 2
    assert "chưa có dữ liệu" in err
    assert not (tmp_path / "none").exists()
