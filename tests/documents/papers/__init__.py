"""Official papers of a fictional commune as model values, for tests and benchmarks of what writes and reads them."""

from kimhoa_app.documents.model import OfficialDocument
from tests.documents.papers.commune import COMMITTEE, people_rows
from tests.documents.papers.decisions import sample_decision, sample_regulation
from tests.documents.papers.letters import sample_letter, sample_urgent_letter
from tests.documents.papers.meetings import sample_invitation, sample_list, sample_minutes
from tests.documents.papers.plan import sample_plan

__all__ = [
    "COMMITTEE",
    "all_samples",
    "people_rows",
    "sample_decision",
    "sample_letter",
    "sample_minutes",
    "sample_plan",
    "sample_regulation",
    "sample_urgent_letter",
]


def all_samples() -> dict[str, OfficialDocument]:
    """Return every sample by a short name."""
    return {
        "plan": sample_plan(),
        "decision": sample_decision(),
        "minutes": sample_minutes(),
        "letter": sample_letter(),
        "invitation": sample_invitation(),
        "list": sample_list(),
        "regulation": sample_regulation(),
        "urgent letter": sample_urgent_letter(),
    }
