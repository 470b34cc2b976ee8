"""Two records of one person side by side, and what of each the one record shall say."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from kimhoa_app.services.person_merging import Difference, merge_people
from kimhoa_app.services.staff import PersonEntry
from ui.background import Runner
from ui.dialogs.base import FormDialog
from ui.widgets.either_edit import EitherEdit

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace

_NAMES: Final = {
    "full_name": "Họ và tên",
    "birth": "Ngày sinh",
    "gender": "Giới tính",
    "national_id": "Số căn cước (CCCD)",
    "honorific": "Xưng hô",
    "start_date": "Ngày tuyển dụng",
    "print_name": "Tên in trên giấy khen",
    "note": "Ghi chú",
    "post": "Vị trí hiện nay",
    "status": "Tình trạng",
}


def merge_dialog(
    runner: Runner,
    workspace: "Workspace",
    pair: tuple[PersonEntry, PersonEntry],
    lines: Sequence[Difference],
    done: Callable[[int], object],
    parent: QWidget | None = None,
) -> FormDialog:
    """Return the form in which each of the `lines` is chosen; the first of `pair` is kept, `done` gets the merge."""
    kept, merged = pair

    def save(values: dict[str, Any]) -> int:
        return merge_people(workspace, kept.id, merged.id, {key for key, second in values.items() if second})

    dialog = FormDialog(
        runner,
        f"Gộp hai hồ sơ: {kept.full_name}",
        save,
        done,
        explain="Chọn điều đúng ở mỗi dòng. Chức vụ, khen thưởng, xếp loại, đăng ký, sáng kiến của cả hai về một "
        "hồ sơ; sau này tách lại được.",
        save_text="Gộp hai hồ sơ",
        parent=parent,
    )
    for line in lines:
        dialog.form.add(line.key, _name(line.key), EitherEdit(line.kept, line.merged))
    if any(line.key == "national_id" and line.is_open for line in lines):
        dialog.banner.say("Hai hồ sơ có số căn cước khác nhau: có thể là hai người; hãy xem kỹ trước khi gộp.")
    dialog.setMinimumWidth(640)
    return dialog


def _name(key: str) -> str:
    kind, _colon, year = key.partition(":")
    return f"Xếp loại năm {year}" if kind == "rating" else _NAMES[key]
