"""The card under the text: what the checker found and what the roll-forward asks, in one list in reading order."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QToolButton, QWidget

from ui import icons, theme
from ui.pages.drafting.reason_bar import ReasonBar
from ui.pages.drafting.remark_list import RemarkList
from ui.pages.drafting.remarks import Remark, RemarkAction, RemarkKind, without_repeats
from ui.widgets.card import Card
from ui.widgets.chip_button import ChipButton
from ui.widgets.labels import label

__all__ = ["Remark", "RemarkAction", "RemarkKind", "ReviewCard"]

WHAT_IS_CHECKED: Final = (
    "Chương trình soát ngày tháng, năm kỷ niệm, văn bản trích dẫn, thứ tự các mục, thể thức, cấp chính quyền, "
    "viết hoa, chính tả và số liệu, ngay khi ngừng gõ."
)
NOTHING_FOUND: Final = "Không thấy điều gì cần sửa."
HIDDEN: Final = "Bấm vào các ô ở trên để xem."
IGNORE: Final = "Bỏ qua"
SUBJECT: Final = "Soát văn bản"
_LISTED_ON_DEMAND: Final = frozenset({RemarkKind.CHANGED, RemarkKind.IGNORED})
_FULL_HEIGHT: Final = 16777215


class ReviewCard(Card):
    """Shows the remarks of all sources; `asked` carries the Spot of the one to go to, `shown_changed` tells of others.

    `asked_for` says that the card is to be seen.

    What was changed by itself or passed over is not listed until its chip is pressed.
    """

    asked = Signal(object)
    shown_changed = Signal()
    asked_for = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SUBJECT, parent=parent)
        self._remarks: dict[str, tuple[Remark, ...]] = {}
        self.list = RemarkList()
        self._empty = label(WHAT_IS_CHECKED, "muted", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        self.reason = ReasonBar()
        self.chips = {kind: self._chip(kind) for kind in RemarkKind}
        self._fold = QToolButton()
        self._fold.setAutoRaise(True)
        self._fold.clicked.connect(lambda: self.set_folded(not self.is_folded))
        self.add_to_head(self._fold)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.reason)
        self.list.chosen.connect(self._go)
        self.reason.given_up.connect(self.take_focus)
        self.set_folded(False)

    @property
    def remarks(self) -> list[Remark]:
        """The remarks of all sources in reading order, shown or not; what two sources say of the same words, once."""
        everything = without_repeats(chain.from_iterable(self._remarks.values()))
        return sorted(everything, key=lambda remark: remark.position)

    @property
    def current(self) -> Remark | None:
        """The remark on which the list stands."""
        return self.list.current

    @property
    def is_folded(self) -> bool:
        """Whether only the head is seen."""
        return self._stack.isHidden()

    def show_remarks(self, source: str, remarks: Sequence[Remark]) -> None:
        """Show `remarks` instead of those that `source` ("findings", "questions") had."""
        self._remarks[source] = tuple(remarks)
        self._show()
        self.shown_changed.emit()

    def clear(self) -> None:
        """Forget what all sources said, as for another document."""
        self._remarks = {}
        self.reason.hide()
        self._show()

    def show_kind(self, kind: RemarkKind) -> None:
        """Unfold the card and list the remarks of `kind`, from the first of them."""
        self.asked_for.emit()
        self.set_folded(False)
        self.chips[kind].setChecked(True)
        first = next((row for row, remark in enumerate(self.list.remarks) if remark.kind is kind), None)
        if first is not None:
            self.list.setCurrentIndex(self.list.model().index(first, 0))
        self.list.setFocus()

    def take_focus(self) -> None:
        """Put the keys onto the list, or where it is empty onto what brings back what was passed over."""
        (self.list if self.list.remarks else self.chips[RemarkKind.IGNORED]).setFocus()

    def go_on(self, rows: int = 1) -> None:
        """Go to the next remark, or with -1 to the one before."""
        remark = self.list.move_by(rows)
        if remark is not None:
            self._go(remark)

    def act(self) -> None:
        """Do what the first button of the remark on which the list stands does."""
        self._run(lambda action: action.label != IGNORE)

    def ignore(self) -> None:
        """Pass over the remark on which the list stands."""
        self._run(lambda action: action.label == IGNORE)

    def set_low(self, low: bool) -> None:
        """Stand beside the text, with the counts alone in the head and without the fold, or as usual."""
        self.set_head("" if low else SUBJECT)
        self._fold.setVisible(not low)
        if low:
            self.set_folded(False)

    def set_folded(self, folded: bool) -> None:
        """Leave only the head, or show the list again."""
        self._stack.setVisible(not folded)
        if folded:
            self.reason.hide()
        self._fold.setIcon(icons.icon("chevron-up" if folded else "chevron-down", theme.MUTED))
        self._fold.setAccessibleName("Mở danh sách soát văn bản" if folded else "Thu gọn danh sách soát văn bản")
        self._fold.setToolTip(self._fold.accessibleName())
        self.setMaximumHeight(self.head_height if folded else _FULL_HEIGHT)

    def _chip(self, kind: RemarkKind) -> ChipButton:
        made = ChipButton(kind.state)
        made.setChecked(kind not in _LISTED_ON_DEMAND)
        made.hide()
        made.toggled.connect(lambda _pressed: self._show())
        self.add_to_head(made)
        return made

    def _show(self) -> None:
        everything = self.remarks
        for kind, chip in self.chips.items():
            count = sum(remark.kind is kind for remark in everything)
            chip.show_text(f"{count} {kind.value}", kind.counted(count))
            chip.setVisible(bool(count))
        shown = [remark for remark in everything if self.chips[remark.kind].isChecked()]
        self.list.show_remarks(shown)
        self._stack.setCurrentWidget(self.list if shown else self._empty)
        said = (HIDDEN,) if everything else (NOTHING_FOUND, WHAT_IS_CHECKED) if self._remarks else (WHAT_IS_CHECKED,)
        self._empty.setText(" ".join(said))

    def _go(self, remark: Remark) -> None:
        if remark.spot is not None:
            self.asked.emit(remark.spot)

    def _run(self, wanted: Callable[[RemarkAction], bool]) -> None:
        remark = self.current
        action = next(filter(wanted, remark.actions), None) if remark is not None else None
        if action is not None:
            action.run()
