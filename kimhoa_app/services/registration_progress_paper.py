"""The progress of a year's registering on paper: a line for each unit, who is missing, what came late."""

from collections.abc import Iterable, Sequence

from kimhoa_app.documents.model import (
    Align,
    Column,
    DocumentKind,
    OfficialDocument,
    Orientation,
    Row,
    Signature,
    Table,
    plain,
)
from kimhoa_app.documents.templating.letterheads import issue_date, letterhead, signature
from kimhoa_app.documents.templating.template import Issuer
from kimhoa_app.domain.errors import NotFound, Refused
from kimhoa_app.domain.voting import WHOLE
from kimhoa_app.services import office
from kimhoa_app.services.registration_progress import UnitProgress, progress
from kimhoa_app.services.registrations import read_round
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.numbers import percent

NO_UNIT = "(chưa ghi đơn vị)"
_COLUMNS = (
    Column("TT", 1, Align.CENTER),
    Column("Đơn vị", 6),
    Column("Tổng số người", 1.8, Align.RIGHT),
    Column("Đã đăng ký", 1.8, Align.RIGHT),
    Column("Trong đó trễ hạn", 1.8, Align.RIGHT),
    Column("Còn thiếu", 1.8, Align.RIGHT),
    Column("Tỷ lệ", 1.8, Align.RIGHT),
    Column("Đăng ký của tập thể", 2.8, Align.CENTER),
    Column("Người chưa đăng ký", 6.5),
)


def progress_document(workspace: Workspace, year: int) -> OfficialDocument:
    """Return the table of how far each unit is as it stands today; raises NotFound without a round, Refused."""
    entry, named = read_round(workspace, year), office.read_office(workspace)
    if entry is None:
        raise NotFound(f"Chưa mở đợt đăng ký năm {year}.")
    if named is None:
        raise Refused("Chưa có thông tin cơ quan; hãy khai ở Cài đặt trước khi in.")
    units = progress(workspace, year)
    rows = [Row(_cells(place, each)) for place, each in enumerate(units, start=1)]
    return OfficialDocument(
        kind=DocumentKind.LIST,
        letterhead=letterhead(Issuer.COMMITTEE, named, "", issue_date(workspace.today)),
        title="BẢNG THEO DÕI",
        subject=f"Tiến độ đăng ký danh hiệu thi đua, hình thức khen thưởng năm {year}",
        blocks=(
            plain(f"Hạn đăng ký: {list_date(entry.deadline)}. Đến ngày {list_date(workspace.today)}: {_sum(units)}."),
            Table(_COLUMNS, (*rows, Row(_total(units), bold=True))),
        ),
        signatures=(Signature("NGƯỜI LẬP"), signature(Issuer.COMMITTEE, office.read_signer(workspace))),
        orientation=Orientation.LANDSCAPE,
        end_mark=False,
        year=year,
    )


def _cells(place: int, each: UnitProgress) -> tuple[str, ...]:
    counts = _counts([each]) if each.total else ("", "", "", "", "")
    return (str(place), each.unit or NO_UNIT, *counts, _collective(each), ", ".join(each.missing))


def _counts(units: Sequence[UnitProgress]) -> tuple[str, ...]:
    total, done = sum(each.total for each in units), sum(each.done for each in units)
    late = sum(each.late for each in units)
    share = percent(done * WHOLE // total) if total else ""
    return str(total), str(done), str(late or ""), str(total - done or ""), share


def _collective(each: UnitProgress) -> str:
    if each.collective is None:
        return ""
    if not each.collective:
        return "chưa đăng ký"
    return "đã đăng ký, trễ hạn" if each.collective_late else "đã đăng ký"


def _total(units: Sequence[UnitProgress]) -> tuple[str, ...]:
    return ("", "Cộng", *_counts(units), f"{_registered(units)}/{_collectives(units)}", "")


def _sum(units: Sequence[UnitProgress]) -> str:
    done, total = sum(each.done for each in units), sum(each.total for each in units)
    return f"{done}/{total} người, {_registered(units)}/{_collectives(units)} tập thể đã đăng ký"


def _registered(units: Iterable[UnitProgress]) -> int:
    return sum(each.collective is True for each in units)


def _collectives(units: Iterable[UnitProgress]) -> int:
    return sum(each.collective is not None for each in units)
