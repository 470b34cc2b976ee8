"""The steps of the wizard worth a picture: each line of a list with faults, and a file whose heads nobody knows."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtWidgets import QWidget

from kimhoa_app.services.imports import ListKind
from ui.dialogs.list_import.wizard import ImportWizard
from ui.pages.base import Showcase
from ui.pages.context import PageContext

_LINES: Final = """DANH SÁCH CÁN BỘ;;;;;
STT;Họ và tên;Ngày sinh;Chức vụ;Đơn vị;Số CCCD
1;TRẦN THỊ  HẢO;9/3/1985;Công chức;Phòng Kinh tế;4208500123
2;Lê văn tám;42/1/1990;Chuyên viên;Phòng Tư pháp;
3;Tuấn;;;;
4;Nguyễn Thị Ánh;;Phó Trưởng phòng;;
5;Võ Thị Sáu, Lê Thị Bảy;1990;;;
;Tổng cộng: 6 người;;;;
"""
_UNKNOWN: Final = """Anh chị em;Quê quán;Làm gì;Ở đâu
Trần Thị Hảo;Hà Tĩnh;Kế toán;Văn phòng
Lê Văn Tám;Nghệ An;Văn thư;Văn phòng
"""


def import_showcase(page: QWidget, context: PageContext) -> Showcase:
    """Return by name what opens the wizard over `page` at a step."""
    return {
        "nhap-tung-dong": partial(_opened, page, context, _LINES),
        "nhap-cot": partial(_opened, page, context, _UNKNOWN),
    }


def _opened(page: QWidget, context: PageContext, text: str) -> ImportWizard:
    folder = TemporaryDirectory()
    path = Path(folder.name) / "Danh sach.csv"
    path.write_text(text, "utf-8-sig")
    wizard = ImportWizard(context, ListKind.STAFF, page)
    wizard.destroyed.connect(lambda: folder.cleanup())  # a bound method would not keep the folder
    wizard.open()
    wizard.read_files([path])
    return wizard
