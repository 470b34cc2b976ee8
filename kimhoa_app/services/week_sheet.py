"""One sheet with what is to be done, for the wall beside the desk."""

from kimhoa_app.documents.model import Align, Column, DocumentKind, OfficialDocument, Row, Table, plain
from kimhoa_app.domain.year_steps import Task
from kimhoa_app.services.overview import Overview
from kimhoa_app.text.dates import list_date

_COLUMNS = (
    Column("TT", 1, Align.CENTER),
    Column("Việc", 8),
    Column("Hạn", 2.4, Align.CENTER),
    Column("Còn lại", 2.4, Align.CENTER),
    Column("Ghi chú", 3),
)


def week_sheet(view: Overview) -> OfficialDocument:
    """Return the tasks of the overview as a list that can be printed on one sheet."""
    rows = tuple(Row(_cells(place, task, view)) for place, task in enumerate(view.tasks, start=1))
    blocks = (Table(_COLUMNS, rows),) if rows else (plain("Không có việc nào đang chờ."),)
    return OfficialDocument(
        kind=DocumentKind.LIST,
        title="VIỆC CẦN LÀM",
        subject=f"Thi đua, khen thưởng năm {view.year}, tính đến ngày {list_date(view.now.date())}",
        blocks=blocks,
        end_mark=False,
        year=view.year,
    )


def time_left(task: Task, view: Overview) -> str:
    """Return how long a task has, "còn 7 ngày", "hôm nay", "trễ 5 ngày", or "" without a day."""
    if task.due is None:
        return ""
    days = (task.due - view.now.date()).days
    if days == 0:
        return "hôm nay"
    return f"còn {days} ngày" if days > 0 else f"trễ {-days} ngày"


def _cells(place: int, task: Task, view: Overview) -> tuple[str, ...]:
    due = list_date(task.due) if task.due else ""
    return str(place), task.label, due, time_left(task, view), ""
