"""The fields of the office and of a signer, the same at the first start and in the settings."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kimhoa_app.domain.labels import label
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.form import Form

POSITIONS: Final = {
    SigningCapacity.HEAD: "Chủ tịch",
    SigningCapacity.DEPUTY: "Phó Chủ tịch",
    SigningCapacity.ACTING: "Quyền Chủ tịch",
}
SUPERIOR_HELP: Final = (
    "Dòng in trên tên cơ quan. Ghi khi hướng dẫn của tỉnh yêu cầu, ví dụ: ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH; để trống thì "
    "không in."
)
Save = Callable[[dict[str, Any]], Any]
Done = Callable[[Any], object]


def add_office_fields(form: Form) -> None:
    """Add the fields that name an office; `office_of` reads them."""
    kinds = QComboBox()
    for kind in OfficeKind:
        kinds.addItem(kind.value.capitalize(), kind)
    form.add("kind", "Loại đơn vị hành chính", kinds)
    form.add("name", "Tên riêng", QLineEdit(), required=True, help_text="Chỉ ghi tên, ví dụ: Kim Hoa")
    form.add("province", "Tỉnh, thành phố", QLineEdit(), required=True, help_text="Ví dụ: Hà Tĩnh")
    form.add("superior", "Dòng cơ quan cấp trên", QLineEdit(), help_text=SUPERIOR_HELP)


def office_of(values: dict[str, Any]) -> OfficePeriod:
    """Return the office that the fields of a form name."""
    return OfficePeriod(
        OfficeKind(values["kind"]),
        values["name"],
        values["province"],
        values["superior"] or None,
        values.get("district") or None,
        values.get("valid_from"),
        values.get("valid_to"),
    )


def period_dialog(
    runner: Runner, period: OfficePeriod, save: Callable[[OfficePeriod], Any], done: Done, parent: QWidget
) -> FormDialog:
    """Return the dialog that corrects a period of the office."""
    dialog = FormDialog(
        runner,
        "Sửa thông tin cơ quan",
        lambda values: save(office_of(values)),
        done,
        explain="Dùng khi đã nhập sai. Khi cơ quan được đổi tên theo quyết định, hãy chọn “Đổi tên từ ngày…”.",
        columns=2,
        parent=parent,
    )
    add_office_fields(dialog.form)
    dialog.form.add("district", "Huyện (chỉ thời kỳ trước 01/7/2025)", QLineEdit(), wide=True)
    dialog.form.add("valid_from", "Từ ngày", DateEdit(), help_text="Để trống: từ trước đến nay")
    dialog.form.add("valid_to", "Đến hết ngày", DateEdit(), help_text="Để trống: đang dùng")
    dialog.form.fill(asdict(period))
    return dialog


def rename_dialog(runner: Runner, period: OfficePeriod, save: Save, done: Done, parent: QWidget) -> FormDialog:
    """Return the dialog that lets the office be called otherwise from a day on; `save` gets the day as "valid_from"."""
    dialog = FormDialog(
        runner,
        "Đổi tên cơ quan từ ngày…",
        save,
        done,
        explain="Văn bản của những ngày trước giữ tên cũ; từ ngày này mọi văn bản mang tên mới.",
        columns=2,
        parent=parent,
    )
    dialog.form.add("valid_from", "Từ ngày", DateEdit(), required=True, wide=True)
    add_office_fields(dialog.form)
    dialog.form.fill({"kind": period.kind, "province": period.province, "superior": period.superior})
    return dialog


def signer_dialog(
    runner: Runner, signer: Signer | None, save: Callable[[Signer], Any], done: Done, parent: QWidget
) -> FormDialog:
    """Return the dialog that adds a signer, or changes `signer`."""
    heading = "Thêm người ký" if signer is None else "Sửa người ký"
    dialog = FormDialog(runner, heading, lambda values: save(_signer_of(values)), done, columns=2, parent=parent)
    capacities, position = QComboBox(), QLineEdit()
    for capacity in SigningCapacity:
        capacities.addItem(label(capacity), capacity)
    form = dialog.form
    form.add("full_name", "Họ và tên", QLineEdit(), required=True)
    form.add("capacity", "Cách ký", capacities)
    form.add("position", "Chức vụ in dưới quyền hạn ký", position, required=True, wide=True)
    form.add("valid_from", "Từ ngày", DateEdit(), help_text="Để trống: từ trước đến nay")
    form.add("valid_to", "Đến hết ngày", DateEdit(), help_text="Để trống: đang giữ chức vụ")
    capacities.activated.connect(lambda _place: position.setText(POSITIONS[capacities.currentData()]))
    form.fill(asdict(signer) if signer else {"position": POSITIONS[SigningCapacity.HEAD]})
    return dialog


def _signer_of(values: dict[str, Any]) -> Signer:
    return Signer(**(values | {"capacity": SigningCapacity(values["capacity"])}))
