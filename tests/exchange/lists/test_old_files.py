"""Files of Excel until 2003, as LibreOffice writes them."""

from datetime import date
from pathlib import Path

from kimhoa_app.exchange.lists.kinds import ListKind
from kimhoa_app.exchange.lists.reading import read_lists
from kimhoa_app.text.legacy import TextEncoding
from tests.exchange.lists.workbooks import Page, tcvn3, workbook
from tests.libreoffice import needs_libreoffice, saved_as

pytestmark = list(needs_libreoffice)


def test_an_xls_file_is_read_with_its_fonts_days_and_merged_cells(tmp_path: Path) -> None:
    rows = (
        ("Danh sách",),
        ("Họ và tên", "Ngày sinh", "Đơn vị"),
        (tcvn3("Nguyễn Thị Được"), date(1979, 5, 6), "Văn phòng"),
        (tcvn3("Lê Văn Tám"), 1980, None),
    )
    path = workbook(tmp_path / "ds.xlsx", Page(rows, merged=("A1:C1", "C3:C4")))
    found = read_lists(saved_as(path, tmp_path / "old", "xls"), ListKind.STAFF).lists[0]
    assert [(line.text("full_name"), line.text("unit")) for line in found.lines] == [
        ("Nguyễn Thị Được", "Văn phòng"),
        ("Lê Văn Tám", "Văn phòng"),
    ]
    assert found.lines[0].cells["birth"] == date(1979, 5, 6)
    assert found.encoding is TextEncoding.TCVN3
