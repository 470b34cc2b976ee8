from datetime import date

import openpyxl
import pytest

from kimhoa_app.documents.checking.file_check import check_file
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.model import OfficialDocument, Table
from kimhoa_app.documents.texts import texts_of
from kimhoa_app.domain.errors import InvalidInput, NotFound
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.services import documents, exports, households, registrations
from kimhoa_app.services.registration_exports import Cover, ListForm, outcomes_document, write_registrations
from tests.libreoffice import laid_out, needs_libreoffice, needs_pdftotext, pdf_text

YEAR = 2026
DAY = date(2026, 1, 10)


def no_pdf(_document: OfficialDocument) -> bytes:
    raise AssertionError("no PDF was asked for")


@pytest.fixture
def registered(commune):
    for name, person in commune.people.items():
        code = "CSTĐCS" if name == "Lê Thị Ánh" else "LĐTT"
        registrations.register(commune.workspace, YEAR, RegistrationDraft(code, DAY, person_id=person))
    village = RegistrationDraft("TVH", DAY, unit_id=commune.units["Thôn Đông"])
    registrations.register(commune.workspace, YEAR, village)
    households.register_households(commune.workspace, YEAR, commune.units["Thôn Đông"], ["Vũ Văn Sơn"], DAY)
    return commune.workspace


def words(document):
    return "\n".join(text.words for text in texts_of(document))


def table(document, place):
    return [block for _, section in document.walk_sections() for block in section.blocks if isinstance(block, Table)][
        place
    ]


def test_list_and_letter_are_written_together(registered, tmp_path):
    files = write_registrations(registered, YEAR, tmp_path, no_pdf, cover=Cover.SUBMISSION)
    assert [path.name for path in files] == [
        "Danh sach dang ky thi dua 2026.docx", "Danh sach dang ky thi dua 2026.xlsx",
        "To trinh dang ky thi dua 2026.docx",
    ]  # fmt: skip
    assert all(path.exists() for path in files)
    for path in files:
        if path.suffix == ".docx":
            found = check_file(path, date(2026, 1, 12), year=YEAR).findings
            assert [each for each in found if each.severity is Severity.ERROR] == []


def test_nothing_to_write_and_no_round_are_refused(registered, tmp_path):
    with pytest.raises(InvalidInput):
        write_registrations(registered, YEAR, tmp_path, no_pdf, endings=())
    with pytest.raises(NotFound):
        write_registrations(registered, 2030, tmp_path, no_pdf, cover=Cover.LETTER)
    assert list(tmp_path.glob("*.*")) == []


def test_the_list_by_unit_has_the_columns_of_its_form_and_its_sums_in_words(registered):
    document = documents.draft(registered, "ho-so-dang-ky", YEAR, {"prepared_by": "Lê Thị Ánh"})
    people = table(document, 1)
    assert [column.heading for column in people.columns] == [
        "STT", "Họ và tên", "Phân loại cán bộ", "Thông tin công tác", "Danh hiệu",
    ]  # fmt: skip
    assert [row.cells[0] for row in people.rows if row.span] == ["Văn phòng", "Phòng Kinh tế"]
    assert [row.cells[0] for row in people.rows if not row.span and not row.bold] == ["1", "2", "3", "4", "5"]
    assert [column.heading for column in table(document, 0).columns] == ["STT", "Tên tập thể", "Phân loại", "Danh hiệu"]
    assert table(document, 0).rows[0].cells == ("1", "Thôn Đông", "Thôn, tổ dân phố", "Thôn văn hóa")
    closing = "Danh sách này có 01 (một) tập thể, 05 (năm) cá nhân, 01 (một) hộ gia đình"
    assert document.closing[0].text == closing
    assert [signature.position for signature in document.signatures] == ["NGƯỜI LẬP", "CHỦ TỊCH"]


@pytest.mark.parametrize(
    ("template", "closing"),
    [
        ("danh-sach-dang-ky", "Danh sách này có 01 cá nhân"),
        ("ho-so-dang-ky", "Danh sách này có 01 (một) cá nhân"),
    ],
)
def test_the_closing_words_name_only_what_the_list_has(commune, template, closing):
    person = commune.people["Lê Thị Ánh"]
    registrations.register(commune.workspace, YEAR, RegistrationDraft("LĐTT", DAY, person_id=person))
    assert documents.draft(commune.workspace, template, YEAR, {}).closing[0].text == closing


@pytest.mark.parametrize("template", ["to-trinh-dang-ky", "cong-van-gui-dang-ky"])
def test_the_letter_counts_what_the_list_has_and_goes_to_the_province(registered, template):
    document = documents.draft(registered, template, YEAR, {})
    text = words(document)
    for part in (
        "Tổng số 01 tập thể đăng ký, trong đó:", "Thôn văn hóa: 01 tập thể.", "Tổng số 05 cá nhân",
        "Chiến sĩ thi đua cơ sở: 01 cá nhân;", "Lao động tiên tiến: 04 cá nhân.", "Tổng số 01 hộ gia đình",
        "Sở Nội vụ tỉnh Hà Tĩnh",
    ):  # fmt: skip
        assert part in text
    assert document.signatures[0].authority == ("TM. ỦY BAN NHÂN DÂN",)
    assert document.recipients[0].startswith("Như trên")


def test_the_bases_of_the_submission_are_those_of_its_day(registered):
    text = words(documents.draft(registered, "to-trinh-dang-ky", YEAR, {}))
    assert "Luật Thi đua, khen thưởng" in text
    assert "Nghị định số 91/2017/NĐ-CP" not in text


def test_the_table_of_results_says_what_became_of_each_with_its_base(registered, tmp_path):
    document = outcomes_document(registered, YEAR)
    sums, lines = table(document, 0), table(document, 1)
    assert [row.cells[1:4] for row in sums.rows if row.bold] == [("Cộng", "7", "0")]
    assert sums.columns[4].heading == "Tỷ lệ trên số đăng ký"
    assert {row.cells[4] for row in lines.rows} == {"Đã đăng ký"}
    exports.write(document, tmp_path / "kq.xlsx", no_pdf)
    assert openpyxl.load_workbook(tmp_path / "kq.xlsx").sheetnames == ["Tổng hợp", "Chi tiết"]


@needs_libreoffice[0]
@needs_libreoffice[1]
@needs_pdftotext
def test_libreoffice_opens_what_goes_upward(registered, tmp_path):
    files = write_registrations(registered, YEAR, tmp_path, no_pdf, form=ListForm.BY_UNIT, cover=Cover.LETTER)
    shown = laid_out(files, tmp_path / "lo")
    assert set(shown) == {path.name for path in files}
    assert all("Lao động tiên tiến" in pdf_text(path).replace("\n", " ") for path in shown.values())
