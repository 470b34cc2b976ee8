"""What goes upward of a registration, chosen in one dialog: form of the list, Word and Excel, the covering letter."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.services.registration_exports import Cover, ListForm
from ui.background import Runner
from ui.dialogs.base import FormDialog


@dataclass(frozen=True, slots=True)
class Upward:
    """What is to be written; at least one file."""

    form: ListForm
    endings: tuple[str, ...]
    cover: Cover


def upward_dialog(runner: Runner, year: int, done: Callable[[Upward], object], parent: QWidget) -> FormDialog:
    """Return a dialog that chooses what is written; `done` gets the choice."""
    dialog = FormDialog(
        runner, f"Gửi cấp trên đăng ký năm {year}", _choice, done,
        explain="Các tệp được ghi vào một thư mục do bạn chọn ở bước sau.", save_text="Chọn thư mục…", parent=parent,
    )  # fmt: skip
    form, cover = QComboBox(), QComboBox()
    form.addItem("Danh sách: tập thể, cá nhân, hộ gia đình", ListForm.BY_SUBJECT)
    form.addItem("Hồ sơ đăng ký theo từng đơn vị", ListForm.BY_UNIT)
    cover.addItem("Tờ trình", Cover.SUBMISSION)
    cover.addItem("Công văn", Cover.LETTER)
    cover.addItem("(không kèm)", Cover.NONE)
    word, excel = QCheckBox("Tệp Word để ký, đóng dấu"), QCheckBox("Tệp Excel để cấp trên tổng hợp")
    word.setChecked(True)
    excel.setChecked(True)
    dialog.form.add("form", "Mẫu danh sách", form)
    dialog.form.add("word", "Danh sách", word)
    dialog.form.add("excel", "", excel)
    dialog.form.add("cover", "Văn bản gửi kèm", cover)
    return dialog


def _choice(values: dict[str, Any]) -> Upward:
    endings = [ending for key, ending in (("word", ".docx"), ("excel", ".xlsx")) if values[key]]
    cover = Cover(values["cover"])
    if not endings and cover is Cover.NONE:
        raise InvalidInput("word", "Chọn ít nhất một tệp để xuất.")
    return Upward(ListForm(values["form"]), tuple(endings), cover)
