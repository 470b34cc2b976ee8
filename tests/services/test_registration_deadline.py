"""The deadline of the year is said once, wherever it is said first."""

from datetime import date

import pytest

from kimhoa_app.domain.office import OfficeKind, OfficePeriod
from kimhoa_app.domain.registrations import RegistrationRound
from kimhoa_app.services import documents, registrations, settings
from kimhoa_app.services.office import set_up
from kimhoa_app.services.registration_deadline import FIELD, propose_round
from kimhoa_app.services.workspace import Workspace

PLAN, YEAR = "ke-hoach-nam", 2026


@pytest.fixture
def office(workspace: Workspace) -> Workspace:
    set_up(workspace, OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh"), [])
    return workspace


def test_the_round_takes_the_deadline_of_the_plan(office: Workspace) -> None:
    documents.new_document(office, PLAN, YEAR, {FIELD: "20/01/2026"})
    proposed = propose_round(office, YEAR)
    assert proposed.round == RegistrationRound(YEAR, date(2026, 1, 2), date(2026, 1, 20))
    assert proposed.ground.startswith("Hạn ghi trong văn bản của năm là 20/01/2026: Phát động")


def test_the_plan_takes_the_deadline_of_the_round(office: Workspace) -> None:
    registrations.open_round(office, YEAR, date(2026, 1, 2), date(2026, 2, 10))
    assert documents.template_fields(office, PLAN, YEAR)[FIELD] == "10/02/2026"


def test_both_take_the_office_s_rule_while_neither_is_there(office: Workspace) -> None:
    settings.change_setting(office, "registration.deadline", "25/01")
    assert documents.template_fields(office, PLAN, YEAR)[FIELD] == "25/01/2026"
    assert propose_round(office, YEAR).ground == "Hạn thường lệ của cơ quan là 25/01/2026."


def test_a_deadline_before_the_year_opens_the_round_on_its_day(office: Workspace) -> None:
    documents.new_document(office, PLAN, YEAR + 1, {FIELD: "31/12/2026"})
    assert propose_round(office, YEAR + 1).round == RegistrationRound(YEAR + 1, date(2027, 1, 2), date(2027, 1, 2))
