"""The council as papers name it: the decision that set it up, and those who sit in it."""

from dataclasses import dataclass
from datetime import date

from kimhoa_app.documents.templating.meeting_papers import ROLE_NAMES, MemberLine
from kimhoa_app.domain.councils import Council


@dataclass(frozen=True, slots=True)
class CouncilPaper:
    """The council; `decision` is the number and symbol of the decision that set it up, "" where it is not known."""

    name: str
    decision: str = ""
    decision_date: date | None = None
    members: tuple[MemberLine, ...] = ()


def council_paper(council: Council) -> CouncilPaper:
    """Return what papers print of a council."""
    members = tuple(MemberLine(each.full_name, each.position, ROLE_NAMES[each.role]) for each in council.members)
    return CouncilPaper(council.name, council.decision_number, council.decision_date, members)
