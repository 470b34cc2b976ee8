import re
from io import BytesIO
from pathlib import Path

import docx
import pytest

from kimhoa_app.documents.reading.files import read_source
from kimhoa_app.documents.reading.outline import Json, outline_json, read_document
from kimhoa_app.documents.writing import write_docx

_ABOVE = Path(__file__).resolve().parents[3].parents
SAMPLES = next(
    (above / "shared" / "samples" for above in _ABOVE if (above / "shared" / "samples").is_dir()), Path("none")
)
DUONG_HOA = SAMPLES / "ke-hoach-duong-hoa-2022.txt"
KIM_HOA = SAMPLES / "ke-hoach-kim-hoa-2023.txt"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample plans are not here")


def as_plain_docx(path: Path) -> bytes:
    word = docx.Document()
    for line in path.read_text(encoding="utf-8").splitlines():
        word.add_paragraph(line)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def labels(sections: list[Json]) -> list[object]:
    return [(each["label"], labels(each["children"])) if each["children"] else each["label"] for each in sections]


@pytest.mark.parametrize("path", [DUONG_HOA, KIM_HOA], ids=lambda path: path.stem)
def test_the_three_forms_of_a_sample_have_one_outline(path: Path) -> None:
    read = read_document(path)
    outline = outline_json(read)
    assert outline_json(read_document(as_plain_docx(path), "a.docx")) == outline
    assert outline_json(read_document(write_docx(read), "b.docx")) == outline


@pytest.mark.parametrize("path", [DUONG_HOA, KIM_HOA], ids=lambda path: path.stem)
def test_the_paragraphs_of_a_sample_have_the_same_numbers_in_word(path: Path) -> None:
    plain, word = read_source(path), read_source(as_plain_docx(path), "a.docx")
    assert [each.text.strip() for each in plain.paragraphs[: len(word.paragraphs)]] == [
        each.text.strip() for each in word.paragraphs
    ]


def test_the_plan_of_duong_hoa_is_read_right() -> None:
    read = read_document(DUONG_HOA)
    outline = outline_json(read)
    assert (outline["kind"], outline["number"], outline["symbol"]) == ("KH", "42", "KH-UBND")
    assert (outline["superior"], outline["agency"]) == (None, None)
    assert (outline["place"], outline["date"]) == ("Dương Hòa", "ngày 42 tháng 11 năm 2021")
    assert outline["title"] == "KẾ HOẠCH"
    assert re.match(r"Về việc phát động .* 2022$", str(outline["subject"]))
    assert labels(outline["sections"]) == [  # type: ignore[arg-type]
        ("I.", [f"{number}." for number in range(1, 7)]),
        ("II.", [f"{number}." for number in range(1, 11)]),
        ("III.", ["1.", "2.", "2.", "3."]),
    ]
    broken = read.sections[1].children[4].blocks
    assert len(broken) == 1
    assert "duy trì và phát huy" in outline["sections"][1]["children"][4]["paragraphs"][0]  # type: ignore[index]
    assert len(outline["recipients"]) == 9  # type: ignore[arg-type]
    assert outline["signatures"] == [
        {"authority": "TM. ỦY BAN NHÂN DÂN", "position": "CHỦ TỊCH", "name": "Lê Văn Thức"}
    ]
    assert str(outline["closing"]).startswith("Trên đây là")
    assert (read.end_mark, read.year) == (True, 2022)
    assert any(run.italic for run in broken[0].runs)  # type: ignore[union-attr]


def test_the_plan_of_kim_hoa_is_read_right() -> None:
    read = read_document(KIM_HOA)
    outline = outline_json(read)
    assert (outline["kind"], outline["number"], outline["date"], outline["agency"]) == ("KH", None, None, None)
    assert re.search(r"thực hiện thắng lợi .* năm 2023$", str(outline["subject"]))
    assert labels(outline["sections"]) == [  # type: ignore[arg-type]
        ("I.", ["1.", "2."]),
        ("II.", ["1.", "2.", "3.", ("4.", ["4.1.", "4.2."])]),
        ("III.", ["1.", "2.", "3.", "4."]),
    ]
    assert [each.heading for each in read.sections[2].children] == [
        "Hội đồng thi đua khen thưởng",
        "Công chức văn hóa",
        "Ban cán sự các thôn",
        "Đề nghị Mặt trận Tổ quốc và các tổ chức đoàn thể",
    ]
    assert str(outline["closing"]).startswith("Trên đây là")
    assert (outline["recipients"], outline["signatures"], read.year) == ([], [], 2023)
