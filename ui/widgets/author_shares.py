"""The authors of an initiative and what each of them gave, in percent, adding to the whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from kimhoa_app.services.initiatives import AuthorShare
from kimhoa_app.text.numbers import percent
from ui import icons
from ui.theme import State
from ui.widgets.buttons import link_button
from ui.widgets.chip import Chip
from ui.widgets.editors import read_editor, show_in_editor
from ui.widgets.filter_combo import Choice, FilterCombo

WHOLE: Final = 10_000
NO_AUTHOR: Final = "Chọn ít nhất một tác giả."
TWICE: Final = "Mỗi tác giả chỉ được ghi một lần."


@dataclass(frozen=True, slots=True)
class _Row:
    holder: QWidget
    person: "FilterCombo[int]"
    share: QDoubleSpinBox

    @property
    def points(self) -> int:
        """The share in basis points."""
        return round(self.share.value() * 100)


class AuthorShares(QWidget):
    """A row for each author; shares are split evenly until the clerk writes one."""

    def __init__(self, people: Sequence[Choice[int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = tuple(people)
        self._rows: list[_Row] = []
        self._is_even = True
        self._sum = Chip()
        self._layout = QVBoxLayout()
        self._layout.setSpacing(6)
        foot = QHBoxLayout()
        foot.addWidget(link_button("Thêm tác giả", self.add_author))
        foot.addWidget(link_button("Chia đều", self.split_evenly))
        foot.addStretch(1)
        foot.addWidget(self._sum)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(self._layout)
        outer.addLayout(foot)
        self.add_author()

    def authors(self) -> tuple[AuthorShare, ...]:
        """Return the authors with their shares; raises ValueError with a sentence for what cannot be."""
        rows = [(row.person.value(), row.points) for row in self._rows]
        authors = tuple(AuthorShare(person, share) for person, share in rows if person is not None)
        if not authors:
            raise ValueError(NO_AUTHOR)
        if len({author.person_id for author in authors}) < len(authors):
            raise ValueError(TWICE)
        total = sum(author.share for author in authors)
        if total != WHOLE:
            raise ValueError(f"Các tỷ lệ cộng lại là {percent(total) if total else '0%'}, phải bằng 100%.")
        return authors

    def show_authors(self, authors: Sequence[AuthorShare]) -> None:
        """Show `authors` with their shares; without any, one empty row."""
        while self._rows:
            self._drop(self._rows[-1])
        for author in authors:
            row = self._add_row()
            row.person.choose(author.person_id)
            row.share.setValue(author.share / 100)
        self._is_even = not authors
        if not authors:
            self.add_author()
        self._tell()

    def add_author(self) -> None:
        """Add an empty row."""
        row = self._add_row()
        if self._is_even:
            self.split_evenly()
        row.person.setFocus()

    def split_evenly(self) -> None:
        """Give every author the same, the first what is left over."""
        self._is_even = True
        each = WHOLE // len(self._rows)
        for place, row in enumerate(self._rows):
            row.share.blockSignals(True)
            row.share.setValue((each + (WHOLE - each * len(self._rows) if place == 0 else 0)) / 100)
            row.share.blockSignals(False)
        self._tell()

    def _add_row(self) -> _Row:
        person: FilterCombo[int] = FilterCombo(self._people)
        person.setAccessibleName(f"Tác giả {len(self._rows) + 1}")
        share = QDoubleSpinBox()
        share.setLocale(QLocale(QLocale.Language.Vietnamese))
        share.setRange(0, 100)
        share.setSuffix(" %")
        share.setFixedWidth(96)
        share.setAlignment(Qt.AlignmentFlag.AlignRight)
        share.setAccessibleName(f"Tỷ lệ đóng góp của tác giả {len(self._rows) + 1}")
        share.valueChanged.connect(self._take_share)
        holder = QWidget()
        row = _Row(holder, person, share)
        remove = QToolButton()
        remove.setIcon(icons.icon("close"))
        remove.setAutoRaise(True)
        remove.setToolTip("Bỏ tác giả này")
        remove.clicked.connect(partial(self._remove, row))
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(person, 1)
        line.addWidget(share)
        line.addWidget(remove)
        self._rows.append(row)
        self._layout.addWidget(holder)
        return row

    def _remove(self, row: _Row) -> None:
        if len(self._rows) == 1:
            row.person.choose(None)
            return
        self._drop(row)
        if self._is_even:
            self.split_evenly()
        self._tell()

    def _drop(self, row: _Row) -> None:
        self._rows = [other for other in self._rows if other is not row]
        self._layout.removeWidget(row.holder)
        row.holder.hide()
        row.holder.deleteLater()

    def _take_share(self) -> None:
        self._is_even = False
        self._tell()

    def _tell(self) -> None:
        total = sum(row.points for row in self._rows)
        shown = percent(total) if total else "0%"
        self._sum.show_state(f"tổng {shown}", State.GOOD if total == WHOLE else State.ATTENTION)


@read_editor.register
def _(editor: AuthorShares) -> Any:
    return editor.authors()


@show_in_editor.register
def _(editor: AuthorShares, value: Any) -> None:
    editor.show_authors(value or ())
