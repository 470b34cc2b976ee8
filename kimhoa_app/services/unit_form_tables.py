"""What stands on the sheets of a unit's form, and how the guide tells to fill it in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from db.store.subjects import PersonOnDay
from db.store.units import UnitEntry
from kimhoa_app.documents.model import Align
from kimhoa_app.domain.awards import award, award_name
from kimhoa_app.domain.registration_rules import shown_titles
from kimhoa_app.domain.registrations import RegistrationDraft
from kimhoa_app.domain.units import UnitKind
from kimhoa_app.exchange.unit_form import FormColumn, FormTable

MORE_PEOPLE: Final = 5
MORE_HOUSEHOLDS: Final = 30

_FLAG: Final = "CTĐT"
_ORDINAL: Final = FormColumn("STT", 10, Align.CENTER)
_NOTE: Final = FormColumn("Ghi chú", 26, is_open=True)


@dataclass(frozen=True, slots=True)
class Choices:
    """The names of the titles and of the forms of commendation that a sheet offers."""

    titles: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a subject: what it was given last year, in words, and what it has registered already."""

    last: str = ""
    drafts: Sequence[RegistrationDraft] = ()

    def asked(self) -> tuple[str, str, str, str]:
        """Return its titles, form, topic and note as a row of the form has them."""
        titles = shown_titles(draft.award_code for draft in self.drafts if draft.award_code != _FLAG)
        return (
            "; ".join(each.name for each in titles),
            next((award_name(draft.form_code) for draft in self.drafts if draft.form_code), ""),
            next((draft.topic for draft in self.drafts if draft.topic), ""),
            next((draft.note for draft in self.drafts if draft.note), ""),
        )

    @property
    def has_flag(self) -> bool:
        """Whether the flag of the province is among its titles."""
        return any(draft.award_code == _FLAG for draft in self.drafts)


def people_table(year: int, people: Sequence[tuple[PersonOnDay, Known]], choices: Choices) -> FormTable:
    """Return the sheet of a unit's people, with some blank rows for those who have come since."""
    rows = [
        (str(number), person.name, person.birth, person.position, known.last, *known.asked())
        for number, (person, known) in enumerate(people, 1)
    ]
    return FormTable(
        "Cá nhân",
        "Cá nhân: chọn danh hiệu cho từng người; ai không đăng ký thì để trống.",
        (
            _ORDINAL,
            FormColumn("Họ và tên", 36),
            FormColumn("Ngày sinh", 27, Align.CENTER),
            FormColumn("Chức vụ", 34),
            FormColumn(f"Kết quả năm {year - 1}", 34),
            FormColumn("Danh hiệu đăng ký", 38, is_open=True, choices=choices.titles),
            FormColumn("Hình thức khen thưởng", 34, is_open=True, choices=choices.forms),
            FormColumn("Tên đề tài, sáng kiến", 36, is_open=True),
            _NOTE,
        ),
        tuple(rows),
        MORE_PEOPLE,
    )


def collective_table(year: int, unit: UnitEntry, known: Known, choices: Choices) -> FormTable:
    """Return the sheet of the unit itself; a village is asked for its title alone, not for the flag."""
    titles, form, _topic, note = known.asked()
    is_village = unit.kind is UnitKind.VILLAGE
    flag = FormColumn("Cờ thi đua của tỉnh (ghi x)", 24, Align.CENTER, is_open=True, choices=("x",))
    columns = [
        _ORDINAL,
        FormColumn("Tên tập thể", 60),
        FormColumn("Tổng số người", 18, Align.RIGHT),
        FormColumn(f"Kết quả năm {year - 1}", 44),
        FormColumn("Danh hiệu thi đua", 46, is_open=True, choices=choices.titles),
        FormColumn("Hình thức khen thưởng", 42, is_open=True, choices=choices.forms),
        *([] if is_village else [flag]),
        _NOTE,
    ]
    row = ["1", unit.name, str(unit.headcount or ""), known.last, _as_of(titles, unit.name), form]
    row += ([] if is_village else ["x" if known.has_flag else ""]) + [note]
    ask = "Tập thể: chọn danh hiệu của tập thể; không đăng ký thì để trống."
    return FormTable("Tập thể", ask, tuple(columns), (tuple(row),))


def household_table(village: str, heads: Sequence[tuple[str, Known]]) -> FormTable:
    """Return the sheet of a village's households, with blank rows for those that are not known yet."""
    title = award("GĐVH").name
    rows = [
        (str(number), head, village, title if known.drafts else "", known.asked()[3])
        for number, (head, known) in enumerate(heads, 1)
    ]
    return FormTable(
        "Hộ gia đình",
        f"Hộ gia đình: hộ nào đăng ký thì chọn “{title}”; hộ chưa có tên thì ghi vào dòng trống.",
        (
            _ORDINAL,
            FormColumn("Họ và tên chủ hộ", 70),
            FormColumn("Thôn, tổ dân phố", 60),
            FormColumn("Danh hiệu đăng ký", 50, is_open=True, choices=(title,)),
            FormColumn("Ghi chú", 60, is_open=True),
        ),
        tuple(rows),
        MORE_HOUSEHOLDS,
    )


def guide(office: str, deadline: str, *, is_village: bool) -> tuple[str, ...]:
    """Return the lines of the guide sheet."""
    household = ("Sheet Hộ gia đình: mỗi dòng một hộ, ghi họ và tên chủ hộ; chỉ hộ có chọn danh hiệu mới được ghi.",)
    return (
        "Ô đã khóa (tiêu đề, họ tên, ngày sinh, chức vụ) đã có sẵn; sai hoặc thay đổi thì ghi ở cột Ghi chú.",
        "Cột danh hiệu, hình thức: bấm vào ô rồi chọn trong danh sách thả xuống. Người không đăng ký thì để trống.",
        "Danh hiệu cao đã gồm danh hiệu thấp hơn: chọn “Chiến sĩ thi đua cơ sở” thì thôi chọn “Lao động tiên tiến”.",
        "Đăng ký từ “Chiến sĩ thi đua cơ sở” trở lên phải ghi tên đề tài, sáng kiến dự kiến thực hiện trong năm.",
        "Người mới về đơn vị, chưa có tên: ghi họ và tên, ngày sinh, chức vụ vào các dòng trống cuối bảng.",
        *(household if is_village else ()),
        "Không đổi tên, xóa sheet hoặc thêm cột: phiếu được chương trình đọc lại đúng như mẫu này.",
        f"In, ký, ghi rõ họ tên; gửi bản ký và tệp Excel này về {office} chậm nhất ngày {deadline}.",
    )


def _as_of(titles: str, unit: str) -> str:
    """Return the titles as the unit's own sheet offers them: "Thôn văn hóa" for a village."""
    return titles.replace(award("TVH").name, award_name("TVH", subject=unit))
