"""Cài đặt: the office, its signers, the rules, the looks and the data, one part at a time."""

from functools import partial
from typing import ClassVar, Final

from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from kimhoa_app.domain.errors import InvalidInput, KimHoaError
from kimhoa_app.domain.regimes import regimes
from ui.pages.base import Page, Showcase
from ui.pages.settings_parts.data_folder import DataPart
from ui.pages.settings_parts.eligibility_rules import EligibilityRulesPart
from ui.pages.settings_parts.looks import LooksPart
from ui.pages.settings_parts.office import OfficePart
from ui.pages.settings_parts.part import Part, SettingsView, read_view
from ui.pages.settings_parts.rules import RulesPart
from ui.pages.settings_parts.signers import SignersPart

PARTS: Final = ("co-quan", "nguoi-ky", "quy-tac", "dieu-kien", "giao-dien", "du-lieu")
TITLES: Final = ("Cơ quan", "Người ký", "Quy tắc", "Điều kiện xét", "Giao diện", "Dữ liệu")


class SettingsPage(Page):
    """The parts under tabs; `focus_on(part=…)` shows one by its name ("co-quan", "nguoi-ky", "quy-tac"…)."""

    reads: ClassVar[frozenset[str]] = frozenset({"office", "settings", "eligibility"})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = OfficePart(self)
        self.signers = SignersPart(self)
        self.rules = RulesPart(self)
        self.eligibility = EligibilityRulesPart(self)
        self.looks = LooksPart(self)
        self.data = DataPart(self)
        self._parts: tuple[Part, ...] = (
            self.office, self.signers, self.rules, self.eligibility, self.looks, self.data
        )  # fmt: skip
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName("Phần của trang Cài đặt")
        for title in TITLES:
            self.tabs.addTab(title)
        self.tabs.currentChanged.connect(self._show_part)
        self.body.addWidget(self.tabs)
        for part in self._parts:
            self.body.addWidget(part, 1)
        self._show_part(0)

    @override
    def refresh(self) -> None:
        self.read(read_view, self._show)

    @override
    def focus_on(self, **args: object) -> None:
        if args.get("part") in PARTS:
            self.tabs.setCurrentIndex(PARTS.index(str(args["part"])))

    @override
    def fail(self, error: KimHoaError) -> None:
        if not (isinstance(error, InvalidInput) and self.rules.show_error(error)):
            super().fail(error)

    @override
    def showcase(self) -> Showcase:
        made: Showcase = {name: partial(self.tabs.setCurrentIndex, place) for place, name in enumerate(PARTS) if place}
        return made | {
            "doi-ten": self.office.rename,
            "sua-co-quan": self.office.change_present,
            "them-nguoi-ky": self.signers.add,
            "sua-dieu-kien": self.eligibility.change,
        }

    def _show_part(self, place: int) -> None:
        for part in self._parts:
            part.setVisible(part is self._parts[place])

    def _show(self, view: SettingsView) -> None:
        name = view.periods[-1].period.full_name if view.periods else "cơ quan"
        unsure = sum(not entry.setting.certain and not entry.is_changed for entry in view.settings)
        told = f"Còn {unsure} quy tắc chưa xác nhận" if unsure else "Mọi quy tắc đã được xác nhận"
        regime = regimes()[-1].code
        conditions = sum(rule.is_unconfirmed for rule in view.rules.get(regime, ()))
        line = f" · {conditions} điều kiện xét của chế độ {regime} chưa xác nhận" if conditions else ""
        self.say(told, f"Cài đặt của {name}{line}")
        for part in self._parts:
            part.show_view(view)
