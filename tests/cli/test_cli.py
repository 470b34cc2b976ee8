"""The command line as a clerk and a script use it: what it makes, and what it says to a call that cannot be done."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from db.startup import DATA_FILE
from kimhoa_app.cli import main
from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.services import templates
from kimhoa_app.services.workspace import open_workspace

Run = Callable[..., tuple[int, str, str]]

HEAD = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chức vụ", "Đơn vị", "Số căn cước")
PEOPLE = (
    (1, "Trần Văn An", "12/03/1985", "Nam", "Chuyên viên", "Văn phòng", "042085001234"),
    (2, "Lê Thị Bé", "1990", "Nữ", "Kế toán", "Phòng Kinh tế", "042190001234"),
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, str, str]:
        status = main([str(word) for word in words], _pdf)
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


@pytest.fixture
def data(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_folder, tmp_path / "data"))


def _pdf(document: OfficialDocument) -> bytes:
    return b"%PDF " + document.title.encode()


def _list(path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_demo_fills_an_empty_folder_and_refuses_a_second_time(run: Run, tmp_path: Path) -> None:
    status, out, err = run("demo", "--data", tmp_path / "new")
    assert (status, err) == (0, "")
    assert "45 người" in out
    status, out, err = run("--data", tmp_path / "new", "demo")
    assert (status, out) == (1, "")
    assert "thư mục trống" in err


def test_verify_finds_the_sample_whole_and_a_folder_without_data_unusable(run: Run, data: Path, tmp_path: Path) -> None:
    assert run("verify", "--data", data) == (0, "Tệp dữ liệu nguyên vẹn.\n", "")
    assert run("verify", "--data", tmp_path / "none")[0] == 2


def test_verify_says_what_is_wrong_with_a_damaged_file(run: Run, data: Path) -> None:
    content = bytearray((data / DATA_FILE).read_bytes())
    content[20_000:60_000] = b"\xff" * 40_000
    (data / DATA_FILE).write_bytes(content)
    status, out, err = run("verify", "--data", data)
    assert status in (1, 2)
    assert out or err


@pytest.mark.parametrize("place", ["before", "after", "joined"])
def test_the_data_folder_is_named_before_or_after_the_command(run: Run, data: Path, place: str) -> None:
    words = {"before": ["--data", data, "verify"], "after": ["verify", "--data", data]}
    assert run(*words.get(place, ["verify", f"--data={data}"]))[0] == 0


def test_templates_are_listed_with_their_fields(run: Run) -> None:
    status, out, _ = run("templates", "--json")
    listed = {template["id"]: template for template in json.loads(out)}
    assert status == 0
    assert {"ke-hoach-nam", "giay-moi-hop", "bien-ban-hop", "phieu-bau", "danh-sach-dang-ky"} <= listed.keys()
    deadline = next(field for field in listed["ke-hoach-nam"]["fields"] if field["key"] == "registration_deadline")
    assert deadline["required"] is True
    status, out, _ = run("templates")
    assert "ke-hoach-nam: Kế hoạch phát động" in out


def test_an_own_template_is_listed_and_made_by_its_id(run: Run, data: Path, tmp_path: Path) -> None:
    with open_workspace(data) as workspace:
        own = templates.copy_template(workspace, "giay-moi-hop")
    _, out, _ = run("templates", "--json", "--data", data)
    assert own in {template["id"] for template in json.loads(out)}
    out_file = tmp_path / "paper.docx"
    assert run("new", own, "--year", "2026", "--out", out_file, "--data", data)[0] == 0
    assert out_file.exists()


@pytest.mark.parametrize("template", ["ke-hoach-nam", "giay-moi-hop", "bien-ban-hop", "phieu-bau", "danh-sach-dang-ky"])
def test_new_makes_every_template_into_a_word_file(run: Run, data: Path, tmp_path: Path, template: str) -> None:
    out_file = tmp_path / "paper.docx"
    status, out, err = run("new", template, "--year", "2026", "--out", out_file, "--data", data)
    assert (status, out, err) == (0, f"{out_file}\n", "")
    assert out_file.read_bytes().startswith(b"PK")


def test_a_field_that_is_set_stands_in_the_document_that_outline_reads(run: Run, data: Path, tmp_path: Path) -> None:
    out_file = tmp_path / "kh.docx"
    words = ["--set", "theme=Đoàn kết = sức mạnh"]
    assert run("new", "ke-hoach-nam", "--year", 2026, *words, "--out", out_file, "--data", data)[0] == 0
    status, out, _ = run("outline", out_file, "--json")
    found = json.loads(out)
    assert status == 0
    assert list(found) == [
        "kind", "superior", "agency", "number", "symbol", "place", "date", "title", "subject", "bases", "opening",
        "sections", "closing", "recipients", "signatures",
    ]  # fmt: skip
    assert (found["kind"], found["number"], found["symbol"]) == ("KH", None, "KH-UBND")
    assert found["signatures"] == [
        {"authority": "TM. ỦY BAN NHÂN DÂN", "position": "CHỦ TỊCH", "name": "Phan Văn Thành"}
    ]
    assert set(found["sections"][0]) == {"label", "heading", "paragraphs", "children"}
    assert "Đoàn kết = sức mạnh" in out
    assert "MỤC ĐÍCH, YÊU CẦU" in run("outline", out_file)[1]


def test_the_ending_decides_the_kind_of_file(run: Run, data: Path, tmp_path: Path) -> None:
    for ending, beginning in ((".docx", b"PK"), (".xlsx", b"PK"), (".pdf", b"%PDF")):
        out_file = tmp_path / f"list{ending}"
        assert run("export", "registrations", "--year", 2025, "--out", out_file, "--data", data)[0] == 0
        assert out_file.read_bytes().startswith(beginning)


@pytest.mark.parametrize("what", ["registrations", "minutes", "ballot"])
@pytest.mark.parametrize("year", [2022, 2025, 2026])
def test_every_paper_of_every_kind_of_year_can_be_exported(
    run: Run, data: Path, tmp_path: Path, what: str, year: int
) -> None:
    assert run("export", what, "--year", year, "--out", tmp_path / "paper.docx", "--data", data)[0] == 0


def test_import_staff_first_shows_and_then_writes(run: Run, tmp_path: Path) -> None:
    source = _list(tmp_path / "staff.xlsx", HEAD, *PEOPLE, (3, "", "1980", "", "", "", ""))
    folder = tmp_path / "data"
    status, out, _ = run("import", "staff", source, "--dry-run", "--json", "--data", folder)
    plan = json.loads(out)
    assert status == 0
    assert list(plan) == ["kind", "sheet", "header_row", "columns", "encoding", "accepted", "rejected", "warnings"]
    assert plan["accepted"][0].items() >= {
        "full_name": "Trần Văn An", "birth": "1985-03-12", "gender": "male", "position": "Chuyên viên",
        "unit": "Văn phòng", "national_id": "042085001234", "start_date": None,
    }.items()  # fmt: skip
    assert plan["accepted"][1]["birth"] == "1990"
    assert [note["row"] for note in plan["rejected"]] == [4]
    assert "chưa ghi: 2 mục: 2 mới" in run("import", "staff", source, "--dry-run", "--data", folder)[1]
    assert "Đã nhập: 2 mục: 2 mới" in run("import", "staff", source, "--data", folder)[1]
    assert "không có gì mới; 2 mục giữ nguyên" in run("import", "staff", source, "--data", folder)[1]


def test_a_staff_list_of_which_no_line_can_be_taken_is_a_no(run: Run, tmp_path: Path) -> None:
    source = _list(tmp_path / "staff.xlsx", HEAD, (1, "An", "1985", "Nam", "", "", ""))
    status, out, err = run("import", "staff", source, "--data", tmp_path / "data")
    assert (status, err) == (1, "")
    assert "Dòng 2 không nhập" in out


def test_a_list_of_another_kind_is_refused_with_the_command_that_fits(run: Run, tmp_path: Path) -> None:
    source = _list(tmp_path / "xl.xlsx", ("Họ và tên", "Chức vụ", "Xếp loại"), ("Trần Văn An", "Kế toán", "HTTNV"))
    status, out, err = run("import", "awards", source, "--data", tmp_path / "data")
    assert (status, out) == (2, "")
    assert f'; tệp này giống danh sách xếp loại: kimhoa import ratings "{source}".' in err
    status, out, _ = run("import", "staff", source, "--dry-run", "--data", tmp_path / "data")
    assert status == 0
    assert "kimhoa import ratings" in out


def test_import_registrations_matches_people_of_the_staff(run: Run, data: Path, tmp_path: Path) -> None:
    head = ("Họ và tên", "Ngày sinh", "Danh hiệu đăng ký")
    source = _list(
        tmp_path / "dk.xlsx", head, ("Uông Trung Hiếu", "16/09/1998", "LĐTT"), ("Người Xa Lạ", "01/01/1990", "LĐTT")
    )
    status, out, _ = run("import", "registrations", source, "--year", 2026, "--json", "--data", data)
    plan = json.loads(out)
    assert status == 0
    assert [(row["full_name"], row["title"]) for row in plan["accepted"]] == [("Uông Trung Hiếu", "LĐTT")]
    assert [note["row"] for note in plan["rejected"]] == [3]
    status, out, _ = run("import", "registrations", source, "--year", 2026, "--data", data)
    assert status == 0
    assert "không có gì mới" in out
    refused = _list(tmp_path / "la.xlsx", head, ("Người Xa Lạ", "01/01/1990", "LĐTT"))
    assert run("import", "registrations", refused, "--year", 2026, "--data", data)[0] == 1


def test_our_own_list_read_back_says_that_nothing_is_new(run: Run, data: Path, tmp_path: Path) -> None:
    out_file = tmp_path / "dk.xlsx"
    run("export", "registrations", "--year", 2025, "--out", out_file, "--data", data)
    status, out, err = run("import", "registrations", out_file, "--year", 2025, "--dry-run", "--data", data)
    assert (status, err) == (0, "")
    assert out.startswith("Xem trước, chưa ghi: không có gì mới; 72 mục giữ nguyên.\n")
    assert "không nhập" not in out
    assert "“Cộng: 43 cá nhân” là dòng cộng nên bỏ qua." in out


UNUSABLE = [
    (["foo"], "Không có lệnh “foo”"),
    ([], "cách dùng: kimhoa"),
    (["new"], "cách dùng: kimhoa new"),
    (["new", "ke-hoach-nam", "--year", "abc", "--out", "{out}"], "“abc” không phải là năm"),
    (["new", "ke-hoach-nam", "--year", "²", "--out", "{out}"], "không phải là năm"),
    (["new", "khong-co", "--year", "2026", "--out", "{out}"], "Không có mẫu “khong-co”"),
    (["new", "ke-hoach-nam", "--year", "2026", "--out", "{out}", "--set", "abc=1"], "không có trường “abc”"),
    (["new", "ke-hoach-nam", "--year", "2026", "--out", "{out}", "--set", "abc"], "--set Ô=GIÁ_TRỊ"),
    (["new", "ke-hoach-nam", "--year", "2026", "--out", "{folder}/none/a.docx"], "Không có thư mục"),
    (["new", "ke-hoach-nam", "--year", "2026", "--out", "{folder}"], "phải kết thúc bằng"),
    (["new", "ke-hoach-nam", "--year", "2026", "--out", "a.odt"], "phải kết thúc bằng"),
    (["new", "bien-ban-hop", "--year", "2031", "--out", "{out}"], "Năm 2031 chưa có cuộc họp"),
    (["export", "thing", "--year", "2026", "--out", "{out}"], "Không có văn bản “thing”"),
    (["export", "minutes", "--year", "2031", "--out", "{out}"], "Năm 2031 chưa có cuộc họp"),
    (["export", "registrations", "--year", "2031", "--out", "{out}"], "năm 2031"),
    (["import", "thing", "a.xlsx"], "Không có loại danh sách “thing”"),
    (["import", "staff", "{folder}/none.xlsx"], "none.xlsx"),
    (["import", "staff", "{folder}"], ""),
    (["import", "staff", "a.xlsx", "--unknown"], "cách dùng: kimhoa"),
    (["import", "registrations", "a.xlsx"], "--year"),
    (["outline", "{folder}/none.docx"], "none.docx"),
    (["outline", "{folder}"], ""),
    (["verify", "--data"], "--data"),
]


@pytest.mark.parametrize(("words", "said"), UNUSABLE, ids=[" ".join(words) or "nothing" for words, _ in UNUSABLE])
def test_an_unusable_call_gets_one_line_in_vietnamese_and_changes_nothing(
    run: Run, data: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    before = (data / DATA_FILE).read_bytes()
    filled = [word.format(out=tmp_path / "out.docx", folder=tmp_path) for word in words]
    status, out, err = run("--data", data, *filled)
    assert (status, out) == (2, "")
    assert said in err
    assert err.strip()
    assert err.count("\n") == 1
    assert not re.search(r"\b(usage|error|invalid|required|Traceback)\b", err)
    assert (data / DATA_FILE).read_bytes() == before
    assert not (tmp_path / "out.docx").exists()


@pytest.mark.parametrize("command", [["export", "minutes"], ["export", "registrations"], ["new", "ke-hoach-nam"]])
def test_without_an_office_the_papers_say_how_to_begin_and_make_nothing(
    run: Run, tmp_path: Path, command: list[str]
) -> None:
    folder = tmp_path / "none"
    status, _, err = run(*command, "--year", 2026, "--out", tmp_path / "a.docx", "--data", folder)
    assert status == 2
    assert "kimhoa demo" in err
    assert not folder.exists()


def test_a_folder_open_in_another_window_is_said_to_be(run: Run, data: Path, tmp_path: Path) -> None:
    with open_workspace(data):
        status, _, err = run("export", "minutes", "--year", 2025, "--out", tmp_path / "a.docx", "--data", data)
    assert status == 2
    assert "cửa sổ khác" in err


@pytest.mark.parametrize("command", [[], ["new"], ["import"], ["export"], ["outline"], ["demo"]])
def test_help_is_vietnamese_throughout(run: Run, command: list[str]) -> None:
    status, out, err = run(*command, "--help")
    assert (status, err) == (0, "")
    assert "cách dùng: kimhoa" in out
    assert not re.search(r"\b(usage|options|positional|arguments|show this)\b", out)


def test_the_program_runs_as_a_process_and_writes_utf8(data: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    words = ["export", "minutes", "--year", "2025", "--out", str(tmp_path / "bb.docx"), "--data", str(data)]
    done = subprocess.run(
        [sys.executable, "-m", "kimhoa_app", *words], capture_output=True, env=environment, check=False, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, b"")
    refused = subprocess.run(
        [sys.executable, "-m", "kimhoa_app", "foo"], capture_output=True, env=environment, check=False, timeout=120
    )
    assert refused.returncode == 2
    assert "Không có lệnh “foo”" in refused.stderr.decode("utf-8")


def test_a_reader_that_stops_early_is_no_fault() -> None:
    words = [sys.executable, "-m", "kimhoa_app", "templates", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
