"""The sheet of one person: where the person served, and what was given, on paper."""

from collections.abc import Sequence
from datetime import date

from kimhoa_app.documents.model import (
    Align,
    Block,
    Column,
    DocumentKind,
    OfficialDocument,
    Row,
    Section,
    Signature,
    Table,
    plain,
)
from kimhoa_app.documents.templating.letterheads import issue_date, letterhead, signature
from kimhoa_app.documents.templating.template import Issuer
from kimhoa_app.domain.awards import catalogue
from kimhoa_app.domain.errors import Refused
from kimhoa_app.domain.labels import label
from kimhoa_app.services import office
from kimhoa_app.services.awards import AwardEntry
from kimhoa_app.services.staff import PersonRecord, read_person
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.numbers import percent, roman

_WHOLE_SHARE = 10_000
_YEAR = Column("Năm", 1.3, Align.CENTER)
_TERM = (Column("Từ ngày", 2.2, Align.CENTER), Column("Đến ngày", 2.2, Align.CENTER))


def person_sheet(workspace: Workspace, person_id: int, *, with_national_id: bool = False) -> OfficialDocument:
    """Return the sheet of a person's service and commendation as known today, the earliest first.

    The identity number is left out unless asked for. Raises NotFound, Refused without an office.
    """
    named = office.read_office(workspace)
    if named is None:
        raise Refused("Chưa có thông tin cơ quan; hãy khai ở Cài đặt trước khi in.")
    record = read_person(workspace, person_id)
    parts = [(head, blocks) for head, blocks in _parts(record, with_national_id=with_national_id) if blocks]
    return OfficialDocument(
        kind=DocumentKind.LIST,
        letterhead=letterhead(Issuer.COMMITTEE, named, "", issue_date(workspace.today)),
        title="QUÁ TRÌNH CÔNG TÁC, KHEN THƯỞNG",
        subject=_called(record),
        sections=tuple(
            Section(f"{roman(place)}.", head, blocks) for place, (head, blocks) in enumerate(parts, start=1)
        ),
        signatures=(Signature("NGƯỜI LẬP"), signature(Issuer.COMMITTEE, office.read_signer(workspace))),
        end_mark=False,
        year=workspace.today.year,
    )


def _called(record: PersonRecord) -> str:
    person = record.person
    return f"{person.honorific} {person.full_name}" if person.honorific else person.full_name


def _parts(record: PersonRecord, *, with_national_id: bool) -> list[tuple[str, tuple[Block, ...]]]:
    return [
        ("THÔNG TIN CÁ NHÂN", _facts(record, with_national_id=with_national_id)),
        ("QUÁ TRÌNH CÔNG TÁC", _table((*_TERM, Column("Chức vụ, đơn vị", 8)), _service(record))),
        ("DANH HIỆU THI ĐUA, HÌNH THỨC KHEN THƯỞNG", _awards(record.awards)),
        (
            "XẾP LOẠI CHẤT LƯỢNG HẰNG NĂM",
            _table(
                (_YEAR, Column("Mức xếp loại", 7)),
                [(str(entry.year), label(entry.rating)) for entry in reversed(record.ratings)],
            ),
        ),
        ("SÁNG KIẾN", _initiatives(record)),
        ("KỶ LUẬT", _disciplines(record)),
    ]


def _facts(record: PersonRecord, *, with_national_id: bool) -> tuple[Block, ...]:
    person = record.person
    facts = (
        ("Ngày sinh", person.birth.shown if person.birth else ""),
        ("Giới tính", label(person.gender) if person.gender else ""),
        ("Số căn cước", (person.national_id or "") if with_national_id else ""),
        ("Chức vụ, đơn vị", ", ".join(part for part in (person.position, person.unit_name) if part)),
        ("Nhóm", label(person.group) if person.group else ""),
        ("Ngày tuyển dụng", list_date(person.start_date) if person.start_date else ""),
        ("Tình trạng", label(person.status)),
    )
    return tuple(plain(f"{name}: {fact}") for name, fact in facts if fact)


def _service(record: PersonRecord) -> list[tuple[str, ...]]:
    """Return posts and statuses as rows, the earliest first; the unit under the name that it had then."""
    posts = [
        (post.valid_from, post.valid_to, ", ".join(part for part in (post.position, post.unit_name) if part))
        for post in record.posts
    ]
    statuses = [(status.valid_from, status.valid_to, label(status.status)) for status in record.statuses]
    terms = sorted((*posts, *statuses), key=lambda term: term[0] or date.min)
    return [
        (list_date(first) if first else "", list_date(last) if last else "nay", words or "Chưa ghi chức vụ")
        for first, last, words in terms
    ]


def _awards(awards: Sequence[AwardEntry]) -> tuple[Block, ...]:
    columns = (
        _YEAR,
        Column("Danh hiệu, hình thức khen thưởng", 4.6),
        Column("Số, ngày quyết định", 3.6),
        Column("Cấp quyết định", 3.2),
        Column("Chức vụ, đơn vị khi đó", 3.6),
    )
    return _table(columns, [_award_cells(entry) for entry in reversed(awards)])


def _award_cells(entry: AwardEntry) -> tuple[str, ...]:
    award, decision = entry.award, entry.decision
    known = catalogue().get(award.award_code)
    words = [decision.number or "" if decision else ""]
    if decision is not None and decision.decided_on is not None:
        words.append(f"ngày {list_date(decision.decided_on)}")
    then = ", ".join(part for part in (award.position_then, award.unit_then) if part)
    name = known.name if known else award.award_code
    return str(award.year), name, " ".join(filter(None, words)), decision.authority if decision else "", then


def _initiatives(record: PersonRecord) -> tuple[Block, ...]:
    rows = []
    for entry in reversed(record.initiatives):
        share = next((one.share for one in entry.authors if one.person_id == record.person.id), _WHOLE_SHARE)
        part = percent(share) if share != _WHOLE_SHARE else ""
        number = entry.decision.number or "" if entry.decision else "chưa công nhận"
        rows.append((str(entry.initiative.year), entry.initiative.name, part, number))
    columns = (_YEAR, Column("Tên sáng kiến", 8), Column("Tỷ lệ", 1.6, Align.CENTER), Column("Quyết định", 3))
    return _table(columns, rows)


def _disciplines(record: PersonRecord) -> tuple[Block, ...]:
    rows = []
    for entry in reversed(record.disciplines):
        measure = entry.measure
        end = list_date(measure.ended_on) if measure.ended_on else ""
        rows.append((list_date(measure.decided_on), end, label(measure.form), measure.decision_number or ""))
    columns = (*_TERM, Column("Hình thức", 4), Column("Quyết định", 4))
    return _table(columns, rows)


def _table(columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]]) -> tuple[Block, ...]:
    return (Table(columns, tuple(Row(cells) for cells in rows)),) if rows else ()
