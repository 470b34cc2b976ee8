"""The step "Biên bản": what came of the votes, counted by title, and the minutes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kimhoa_app.domain.awards import award
from kimhoa_app.domain.councils import CouncilKind
from kimhoa_app.services.council_desk import Desk
from kimhoa_app.services.nominations import Result
from ui import theme
from ui.models.records import RIGHT, Column
from ui.pages.council_parts.actions import DeskActions
from ui.pages.council_parts.paper_row import PaperCard
from ui.pages.council_parts.steps import MINUTES, RECOGNITION
from ui.widgets.card import Card
from ui.widgets.data_table import DataTable


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the cases for one award."""

    award_code: str
    cases: int
    passed: int
    failed: tuple[str, ...]

    @property
    def open(self) -> int:
        """How many have no votes yet."""
        return self.cases - self.passed - len(self.failed)


_COLUMNS = (
    Column[Outcome]("Danh hiệu, hình thức", lambda row: f"{award(row.award_code).name} ({row.award_code})"),
    Column[Outcome]("Đưa ra xét", lambda row: str(row.cases), lambda row: row.cases, RIGHT),
    Column[Outcome]("Đạt", lambda row: str(row.passed), lambda row: row.passed, RIGHT),
    Column[Outcome]("Không đạt", lambda row: str(len(row.failed)), lambda row: len(row.failed), RIGHT),
    Column[Outcome]("Chưa nhập", lambda row: str(row.open), lambda row: row.open, RIGHT),
    Column[Outcome]("Không đạt gồm", lambda row: ", ".join(row.failed), stretch=True),
)


class MinutesPanel(QWidget):
    """The outcome of the meeting that is shown."""

    def __init__(self, actions: DeskActions, kind: CouncilKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = PaperCard("Biên bản họp", MINUTES[kind], actions)
        self.decision = PaperCard("Quyết định công nhận", RECOGNITION, actions)
        self.decision.setVisible(kind is CouncilKind.INITIATIVE)
        self._card = Card("Kết quả theo danh hiệu")
        self.table: DataTable[Outcome] = DataTable(
            "council-outcomes", _COLUMNS, key=lambda row: row.award_code, empty="Chưa có trường hợp nào."
        )
        self._card.body.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.CARD_GAP)
        layout.addWidget(self.paper)
        layout.addWidget(self.decision)
        layout.addWidget(self._card, 1)

    def show_desk(self, desk: Desk) -> None:
        """Show what came of the votes of `desk`."""
        found = desk.results.results
        passed = sum(result.passed is True for result in found)
        self._card.set_head("Kết quả theo danh hiệu", f"{passed}/{len(found)} trường hợp đạt")
        self.table.show_rows(outcomes(found))
        self.paper.show_desk(
            desk, "Thành phần, túc số, bảng kết quả và kết luận đã có sẵn; thêm ý kiến thảo luận khi soạn."
        )
        self.decision.show_desk(
            desk,
            f"Dự thảo của Chủ tịch UBND xã cho {passed} sáng kiến đạt, kèm danh sách; căn cứ theo ngày họp. Ký xong, "
            "ghi số và ngày quyết định ở trang Sáng kiến.",
        )


def outcomes(results: Sequence[Result]) -> list[Outcome]:
    """Return the results counted by award, in the order of the meeting."""
    by_award: dict[str, list[Result]] = {}
    for result in results:
        by_award.setdefault(result.case.award_code, []).append(result)
    return [
        Outcome(
            code,
            len(each),
            sum(result.passed is True for result in each),
            tuple(result.case.name for result in each if result.passed is False),
        )
        for code, each in by_award.items()
    ]
