"""Why awards were given: by merit, on the spot, for a movement, and so on."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QWidget

from kimhoa_app.domain.consideration import Occasion
from kimhoa_app.domain.labels import label
from kimhoa_app.services import awards
from kimhoa_app.services.awards import AwardEntry
from kimhoa_app.services.workspace import Workspace
from ui.background import Runner
from ui.dialogs.base import FormDialog

MERIT: Final = "Công trạng, thành tích của năm"
OCCASION_HELP: Final = "Khen đột xuất, chuyên đề không làm căn cứ đề nghị khen công trạng."


def occasion_dialog(
    workspace: Workspace,
    runner: Runner,
    entries: Sequence[AwardEntry],
    done: Callable[[object], object],
    parent: QWidget,
) -> FormDialog:
    """Return the dialog that says why awards were given, all at once."""

    def save(values: dict[str, Any]) -> None:
        chosen = occasion_of(values["occasion"])
        awards.set_occasions(workspace, {entry.id: chosen for entry in entries})

    first = entries[0].award
    told = (
        f"{first.subject_then}, {first.award_code} {first.year}" if len(entries) == 1 else f"{len(entries)} khen thưởng"
    )
    dialog = FormDialog(runner, "Loại hình khen thưởng", save, done, explain=told, parent=parent)
    dialog.form.add("occasion", "Loại hình khen thưởng", occasion_combo(), help_text=OCCASION_HELP)
    given = {entry.award.occasion for entry in entries}
    dialog.form.fill({"occasion": given.pop() if len(given) == 1 else None})
    return dialog


def occasion_combo() -> QComboBox:
    """Return a list of why an award may be given, merit first, which stands for None."""
    combo = QComboBox()
    combo.addItem(MERIT, None)
    for each in Occasion:
        combo.addItem(label(each), each.value)
    return combo


def occasion_of(chosen: str | None) -> Occasion | None:
    """Return why an award was given by what was chosen in the list."""
    return None if chosen is None else Occasion(chosen)
