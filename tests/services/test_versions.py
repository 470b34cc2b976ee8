"""What is kept of a document's earlier texts, and when."""

from dataclasses import replace
from datetime import date

import pytest

from kimhoa_app.documents.model import plain
from kimhoa_app.services import documents, versions
from kimhoa_app.services.workspace import Workspace
from tests.services.conftest import Commune

PLAN = "ke-hoach-nam"


@pytest.fixture
def plan(commune: Commune) -> int:
    return documents.new_document(commune.workspace, PLAN, 2026, {})


def write(workspace: Workspace, plan: int, words: str) -> None:
    body = documents.read_draft(workspace, plan).document
    documents.save_body(workspace, plan, replace(body, closing=(plain(words),)))


def reasons(workspace: Workspace, plan: int) -> list[str]:
    return [version.reason for version in reversed(documents.list_versions(workspace, plan))]


def test_what_earlier_work_left_is_kept_once_a_day(commune: Commune, plan: int) -> None:
    workspace = commune.workspace
    write(workspace, plan, "Một")
    versions.keep_progress(workspace, plan)
    write(workspace, plan, "Hai")
    versions.keep_progress(workspace, plan)
    first, progress = reasons(workspace, plan)
    assert first.startswith(versions.FIRST)
    assert progress.startswith("Đã soạn đến ")
    assert documents.read_version(workspace, plan, 2).closing == (plain("Một"),)


def test_a_text_that_a_version_holds_already_is_not_kept_again(commune: Commune, plan: int) -> None:
    versions.keep_progress(commune.workspace, plan)
    assert len(reasons(commune.workspace, plan)) == 1


def test_a_correction_is_known_by_its_day_and_reason(commune: Commune, plan: int) -> None:
    workspace = commune.workspace
    documents.issue(workspace, plan, 5, date(2026, 1, 6))
    for reason in ("sai ngày họp", "  thiếu   nơi nhận "):
        documents.start_correction(workspace, plan, reason)
    with workspace.begin() as uow:
        found = versions.corrections(uow, [plan, 99])
    assert [each.reason for each in found[plan]] == ["sai ngày họp", "thiếu nơi nhận"]
    assert found[plan][0].day == workspace.today
    assert 99 not in found
