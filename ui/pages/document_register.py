"""Sổ văn bản: the outgoing register of a year, in the columns that the archive rules give it."""

from typing import ClassVar, Final

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from kimhoa_app.services.document_register import RegisterLine, read_register
from kimhoa_app.text.collation import name_key
from kimhoa_app.text.dates import list_date
from ui.models.records import Column
from ui.pages.base import Page
from ui.theme import State
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_edit import SearchEdit

WHAT_IT_IS: Final = "Sổ đăng ký văn bản đi, theo năm ban hành; mở một dòng để xem hoặc sửa văn bản"
WHY: Final = "Văn bản soạn ở trang Kế hoạch, phong trào tự vào sổ; khi ban hành, số và ngày được ghi theo thứ tự."
COLUMNS: Final = (
    Column[RegisterLine](
        "Số, ký hiệu",
        lambda line: _number_words(line),
        lambda line: None if line.number is None else (line.code.partition("/")[2], line.number),
        chip=lambda line: _number_state(line),
    ),
    Column[RegisterLine](
        "Ngày văn bản",
        lambda line: list_date(line.issued_on) if line.issued_on else "",
        lambda line: line.issued_on,
    ),
    Column[RegisterLine](
        "Tên loại và trích yếu", lambda line: f"{line.title.capitalize()}: {line.subject}", stretch=True
    ),
    Column[RegisterLine]("Người ký", lambda line: line.signer, lambda line: name_key(line.signer)),
    Column[RegisterLine]("Nơi nhận", lambda line: line.recipients, stretch=True),
    Column[RegisterLine]("Bản lưu", lambda line: line.kept_by),
    Column[RegisterLine](
        "Bản ký",
        lambda line: f"{line.signed_copies} tệp" if line.signed_copies else "chưa có" if not line.is_draft else "",
        lambda line: line.signed_copies,
        chip=lambda line: State.GOOD if line.signed_copies else State.ATTENTION if not line.is_draft else None,
    ),
    Column[RegisterLine]("Ghi chú", lambda line: line.note, spare=True),
)


class DocumentRegisterPage(Page):
    """The register of the working year; a line opens its document on the page of plans."""

    reads: ClassVar[frozenset[str]] = frozenset({"documents"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: DataTable[RegisterLine] = DataTable(
            "register",
            COLUMNS,
            key=lambda line: line.document_id,
            empty="Năm này chưa có văn bản nào.",
            keeps_one=True,
        )
        self.search = SearchEdit("Tìm số, trích yếu, nơi nhận…")
        self.search.setMaximumWidth(260)
        self.search.textChanged.connect(self.table.filter)
        self.unsigned = QCheckBox("Chưa có bản ký")
        self.unsigned.toggled.connect(lambda on: self.table.keep((lambda line: line.lacks_signed_copy) if on else None))
        self.open_button = plain_button("Mở văn bản", self._open_current, icon="edit")
        self._card = Card("Văn bản đi")
        self._card.add_to_head(self.unsigned)
        self._card.add_to_head(self.search)
        self._card.add_to_head(self.open_button)
        self._card.body.addWidget(self.table)
        self.body.addWidget(self._card, 1)
        self.table.opened.connect(self.open_document)
        self.table.chosen.connect(self._offer)
        self._offer()

    @override
    def refresh(self) -> None:
        year = self.context.year
        self.read(lambda workspace: read_register(workspace, year), self._show)

    def open_document(self, line: RegisterLine) -> None:
        """Show the document of `line` where it can be read and changed."""
        self.context.navigate("ke-hoach", document_id=line.document_id)

    def _show(self, lines: list[RegisterLine]) -> None:
        year = self.context.year
        drafts = sum(line.is_draft for line in lines)
        issued = len(lines) - drafts
        if not lines:
            self.say(f"Năm {year} chưa có văn bản nào", WHAT_IT_IS)
            step = ("Soạn văn bản", lambda: self.context.navigate("ke-hoach"))
            self.show_empty(EmptyState("register", f"Sổ văn bản năm {year} còn trống", WHY, step))
            return
        self.show_empty(None)
        waiting = f", {drafts} bản thảo chưa có số" if drafts else ""
        self.say(f"Năm {year} đã ban hành {issued} văn bản{waiting}", WHAT_IT_IS)
        self._card.set_head("Văn bản đi", f"năm {year}")
        self.table.show_rows(lines)
        self._offer()

    def _open_current(self) -> None:
        line = self.table.current()
        if line is not None:
            self.open_document(line)

    def _offer(self) -> None:
        self.open_button.setEnabled(self.table.current() is not None)


def _number_words(line: RegisterLine) -> str:
    if line.awaits_number:
        return "chờ số"
    return line.code or ("bản thảo" if line.is_draft else "không số")


def _number_state(line: RegisterLine) -> State | None:
    if line.code:
        return None
    return State.ATTENTION if line.is_draft or line.awaits_number else State.QUIET
