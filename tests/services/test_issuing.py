"""A paper that goes to be signed before its number is known."""

from datetime import date

import pytest

from db.store.year_facts import year_facts
from kimhoa_app.domain.errors import InvalidInput, Refused
from kimhoa_app.services import documents, issuing
from kimhoa_app.services.document_register import read_register
from kimhoa_app.services.workspace import Workspace
from tests.services.conftest import Commune


@pytest.fixture
def workspace(commune: Commune) -> Workspace:
    return commune.workspace


@pytest.fixture
def plan(workspace: Workspace) -> int:
    return documents.new_document(workspace, "ke-hoach-nam", 2026, {})


def test_it_is_locked_and_stands_in_the_register_without_a_number(workspace: Workspace, plan: int) -> None:
    issuing.lock_for_signing(workspace, plan)
    body = documents.read_draft(workspace, plan).document
    with pytest.raises(Refused):
        documents.save_body(workspace, plan, body)
    (line,) = read_register(workspace, 2026)
    assert (line.awaits_number, line.is_draft, line.code) == (True, False, "")


def test_the_number_is_given_later_and_the_paper_stays_as_it_was_signed(workspace: Workspace, plan: int) -> None:
    issuing.lock_for_signing(workspace, plan)
    signed = documents.read_draft(workspace, plan).document
    issuing.give_number(workspace, plan, 7, date(2026, 2, 3))
    entry = documents.read_draft(workspace, plan)
    assert (entry.number, entry.issued_on, entry.document) == (7, date(2026, 2, 3), signed)
    assert documents.next_number(workspace, entry.symbol, date(2026, 3, 1)) == 8
    with pytest.raises(Refused):
        issuing.give_number(workspace, plan, 8, date(2026, 2, 3))


def test_a_number_that_is_taken_or_none_is_refused_and_it_goes_on_waiting(workspace: Workspace, plan: int) -> None:
    other = documents.new_document(workspace, "ke-hoach-nam", 2026, {})
    documents.issue(workspace, other, 7, date(2026, 1, 6))
    issuing.lock_for_signing(workspace, plan)
    with pytest.raises(Refused, match="đã cấp"):
        issuing.give_number(workspace, plan, 7, date(2026, 2, 3))
    with pytest.raises(InvalidInput):
        issuing.give_number(workspace, plan, None, date(2026, 2, 3))
    assert documents.read_draft(workspace, plan).awaits_number


def test_the_overview_says_that_the_plan_waits_for_its_number(workspace: Workspace, plan: int) -> None:
    issuing.lock_for_signing(workspace, plan)
    with workspace.begin() as uow:
        assert year_facts(uow, 2026).plan_label == "…/KH-UBND · chờ số"


def test_it_can_be_opened_again_while_it_waits(workspace: Workspace, plan: int) -> None:
    issuing.lock_for_signing(workspace, plan)
    issuing.reopen(workspace, plan)
    assert not documents.read_draft(workspace, plan).is_issued
    documents.issue(workspace, plan, 5, date(2026, 1, 6))
    with pytest.raises(Refused):
        issuing.reopen(workspace, plan)


def test_a_correction_stands_in_the_register_with_its_reason(workspace: Workspace, plan: int) -> None:
    documents.issue(workspace, plan, 5, date(2026, 1, 6))
    documents.start_correction(workspace, plan, "đính chính ngày ở mục IV")
    (line,) = read_register(workspace, 2026)
    assert line.note == f"Sửa ngày {workspace.today:%d/%m/%Y}: đính chính ngày ở mục IV"
