"""The decision that sets up the council: a new one, or corrections to the one in office."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from kimhoa_app.domain.councils import Council, CouncilDraft, CouncilKind
from kimhoa_app.services import councils
from ui.dialogs.base import FormDialog
from ui.pages.context import PageContext
from ui.widgets.date_edit import DateEdit

_PROPOSED = "Chủ tịch, Phó Chủ tịch đang ký văn bản, hoặc thành viên Hội đồng cũ, được đưa sẵn vào; sửa ở bước sau."


def open_council_dialog(
    context: PageContext,
    name: str,
    done: Callable[[Any], object],
    *,
    council: Council | None = None,
    kind: CouncilKind = CouncilKind.EMULATION,
    parent: QWidget | None = None,
) -> FormDialog:
    """Open the dialog that sets up a council of `kind` called `name`, or corrects `council`; `done` gets its number."""
    workspace = context.workspace

    def save(values: dict[str, Any]) -> int:
        draft = CouncilDraft(
            values["name"],
            kind if council is None else council.kind,
            decision_number=values["decision_number"],
            decision_date=values["decision_date"],
            valid_from=values["decision_date"],
            valid_to=council.valid_to if council else None,
        )
        if council is None:
            return councils.set_up_council(workspace, draft)
        return councils.save_council(workspace, draft, council.council_id)

    dialog = FormDialog(
        context.runner,
        "Quyết định thành lập Hội đồng",
        save,
        done,
        explain="" if council else _PROPOSED,
        save_text="Lưu" if council else "Lập Hội đồng",
        parent=parent,
    )
    form = dialog.form
    form.add("decision_number", "Số quyết định", QLineEdit(), help_text="Ví dụ: 12/QĐ-UBND. Chưa có thì để trống.")
    form.add("decision_date", "Ngày quyết định", DateEdit(), help_text="Hội đồng có hiệu lực từ ngày này.")
    form.add("name", "Tên Hội đồng", QLineEdit(), required=True)
    form.fill({"name": name})
    if council is not None:
        form.fill({"decision_number": council.decision_number, "decision_date": council.decision_date})
    dialog.open()
    return dialog
