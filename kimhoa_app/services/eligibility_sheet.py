"""The sheet for the council: who is put forward for what, each condition with its evidence and its article."""

from collections.abc import Iterable, Sequence

from db.store.meetings import read_record
from db.store.office import office_on
from db.unit_of_work import UnitOfWork
from kimhoa_app.documents.model import (
    Align,
    Block,
    Column,
    DocumentKind,
    IssueDate,
    Letterhead,
    OfficialDocument,
    Orientation,
    Row,
    Table,
    plain,
)
from kimhoa_app.documents.templating.letterheads import letterhead
from kimhoa_app.documents.templating.template import Issuer
from kimhoa_app.domain.awards import award_name
from kimhoa_app.domain.eligibility import (
    HouseholdFacts,
    ListCheck,
    PersonFacts,
    RuleResult,
    Severity,
    UnitFacts,
)
from kimhoa_app.services.eligibility import AnyResult, Assessment, assessed
from kimhoa_app.services.workspace import Workspace
from kimhoa_app.text.dates import list_date

_COLUMNS = (
    Column("TT", 10, Align.CENTER),
    Column("Điều kiện", 70),
    Column("Kết quả", 24, Align.CENTER),
    Column("Chứng cứ, hoặc điều còn thiếu", 80),
    Column("Căn cứ", 66),
)
_SHORT_COLUMNS = (
    Column("TT", 10, Align.CENTER),
    Column("Tập thể; cá nhân; hộ gia đình", 50),
    Column("Đề nghị", 30),
    Column("Đối chiếu", 26, Align.CENTER),
    Column("Đạt, theo chứng cứ", 72),
    Column("Chưa đạt, chưa rõ, cần xem", 62),
)
_RULE_COLUMNS = (Column("Mã", 14, Align.CENTER), Column("Điều kiện", 110), Column("Căn cứ", 126))
_CHECK_COLUMNS = (
    Column("Tỷ lệ, danh sách", 70),
    Column("Nơi tính", 40),
    Column("Kết quả", 24, Align.CENTER),
    Column("Cách tính", 70),
    Column("Căn cứ", 46),
)
_MOST_IN_FULL = 3
SubjectKey = tuple[int | None, int | None, int | None, str]
"""The numbers of a person, a unit or a household, two of them None, and the code of an award."""

_ANSWERS = {True: "Đạt", False: "Không đạt", None: "Chưa rõ"}
_STATES = {True: "đủ điều kiện", False: "không đủ điều kiện", None: "chưa rõ"}


def registered_sheet(workspace: Workspace, year: int) -> OfficialDocument:
    """Return the sheet of everyone who has registered for something in `year`, or is put forward against the rules."""
    with workspace.begin() as uow:
        assessment = assessed(uow, year)
        named = [each for each in assessment.all if each.is_registered or each.override is not None]
        return _sheet(uow, assessment, named)


def meeting_sheet(workspace: Workspace, meeting_id: int) -> OfficialDocument:
    """Return the sheet of the cases before a meeting; raises NotFound."""
    with workspace.begin() as uow:
        record = read_record(uow, meeting_id)
        assessment = assessed(uow, record.year)
        cases = {(case.person_id, case.unit_id, case.household_id, case.award_code) for case in record.cases}
        return _sheet(uow, assessment, [each for each in assessment.all if _key(each) in cases])


def subject_sheet(
    workspace: Workspace,
    year: int,
    award_code: str,
    *,
    person_id: int | None = None,
    unit_id: int | None = None,
    household_id: int | None = None,
) -> OfficialDocument:
    """Return the sheet of one person, unit or household for one award."""
    asked = (person_id, unit_id, household_id, award_code)
    with workspace.begin() as uow:
        assessment = assessed(uow, year)
        return _sheet(uow, assessment, [each for each in assessment.all if _key(each) == asked])


def _key(result: AnyResult) -> SubjectKey:
    match result.subject:
        case PersonFacts():
            return result.subject.id, None, None, result.award_code
        case UnitFacts():
            return None, result.subject.id, None, result.award_code
    return None, None, result.subject.id, result.award_code


def _sheet(uow: UnitOfWork, assessment: Assessment, named: Sequence[AnyResult]) -> OfficialDocument:
    told = (
        f"Điều kiện xét theo chế độ {assessment.regime.code} ({assessment.regime.basis}), ngày quyết định dự kiến "
        f"{list_date(assessment.decided_on)}."
    )
    tables: tuple[Block, ...] = ()
    if len(named) > _MOST_IN_FULL:
        tables = (
            Table(_SHORT_COLUMNS, tuple(_short_row(place, each) for place, each in enumerate(named, start=1))),
            plain("Tỷ lệ và danh sách của năm:"),
            Table(_CHECK_COLUMNS, tuple(map(_check_row, assessment.checks))),
            plain("Điều kiện và căn cứ:"),
            Table(_RULE_COLUMNS, tuple(_rule_rows(named))),
        )
    elif named:
        tables = (Table(_COLUMNS, tuple(_rows(named))),)
    blocks: tuple[Block, ...] = (plain(told), *tables) if named else (plain("Không có trường hợp nào."),)
    return OfficialDocument(
        kind=DocumentKind.LIST,
        letterhead=_head(uow, assessment),
        title="PHIẾU ĐỐI CHIẾU ĐIỀU KIỆN",
        subject=f"Xét danh hiệu thi đua, hình thức khen thưởng năm {assessment.year}",
        blocks=blocks,
        orientation=Orientation.LANDSCAPE,
        year=assessment.year,
    )


def _head(uow: UnitOfWork, assessment: Assessment) -> Letterhead | None:
    office = office_on(uow, assessment.decided_on)
    return None if office is None else letterhead(Issuer.COUNCIL, office, "", IssueDate(assessment.decided_on.year))


def _rows(named: Iterable[AnyResult]) -> Iterable[Row]:
    for place, result in enumerate(named, start=1):
        yield Row(
            (f"{place}. {_name(result)}: đề nghị “{award_name(result.award_code)}”, {_standing(result)}",), span=True
        )
        for number, rule in enumerate(result.verdict.rules, start=1):
            yield Row((str(number), rule.title, _answer(rule), rule.detail, _ground(rule)))


def _short_row(place: int, result: AnyResult) -> Row:
    """Return one case in one line: the conditions by their codes, whose titles and articles stand once at the end."""
    rules = [rule for rule in result.verdict.rules if rule.severity is not Severity.INFORM]
    met = "; ".join(f"{rule.id}: {rule.detail}" for rule in rules if rule.ok)
    open_ones = "; ".join(f"{rule.id}: {rule.detail}" for rule in rules if not rule.ok)
    name, asked = _name(result), award_name(result.award_code)
    return Row((str(place), name, asked, _standing(result), met, open_ones))


def _rule_rows(named: Iterable[AnyResult]) -> Iterable[Row]:
    """Return the title and the article of every condition that the cases name, once."""
    rules = {rule.id: rule for result in named for rule in result.verdict.rules if rule.severity is not Severity.INFORM}
    return (Row((rule.id, rule.title, _ground(rule))) for _id, rule in sorted(rules.items()))


def _name(result: AnyResult) -> str:
    name = f"Hộ {result.name}" if isinstance(result.subject, HouseholdFacts) else result.name
    return ", ".join(filter(None, (name, result.position, result.place)))


def _standing(result: AnyResult) -> str:
    standing = _STATES[result.eligible]
    return standing if result.override is None else f"{standing}; vẫn đưa ra xét vì: {result.override.reason}"


def _answer(rule: RuleResult) -> str:
    answer = _ANSWERS[rule.ok]
    return answer if rule.severity is Severity.BLOCK or rule.ok else f"{answer} (nhắc)"


def _ground(rule: RuleResult) -> str:
    return rule.basis if rule.certain else f"{rule.basis} (cơ quan chưa xác nhận)"


def _check_row(check: ListCheck) -> Row:
    return Row((check.title, check.where, check.word.capitalize(), check.detail, check.basis))
