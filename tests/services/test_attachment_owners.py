"""Scans that stand with people and initiatives, and go with them where records are merged and split."""

from pathlib import Path

import pytest

from kimhoa_app.domain.errors import NotFound
from kimhoa_app.domain.people import PersonDraft
from kimhoa_app.services import attachments, initiatives, staff
from kimhoa_app.services.attachments import Owner, OwnerKind
from kimhoa_app.services.document_register import read_register
from kimhoa_app.services.person_merging import merge_people, split_people
from tests.services.conftest import Commune

PDF = b"%PDF-1.7\n" + b"x" * 500 + b"\n%%EOF\n"


def scan(folder: Path, name: str = "QĐ.pdf") -> Path:
    path = folder / name
    path.write_bytes(PDF)
    return path


def test_papers_stand_with_a_person_and_with_an_initiative(commune: Commune, tmp_path: Path) -> None:
    workspace, number = commune.workspace, commune.people["Lê Thị Ánh"]
    draft = initiatives.InitiativeDraft(2026, "Sổ tay một cửa")
    made = initiatives.record_initiative(workspace, draft, [initiatives.AuthorShare(number, 10_000)])
    person, initiative = Owner(OwnerKind.PERSON, number), Owner(OwnerKind.INITIATIVE, made)
    attachments.attach(workspace, person, [scan(tmp_path, "QĐ khen.pdf")])
    attachments.attach(workspace, initiative, [scan(tmp_path, "QĐ công nhận.pdf")])
    assert [each.file_name for each in attachments.list_attachments(workspace, person)] == ["QĐ khen.pdf"]
    assert [each.owner for each in attachments.list_attachments(workspace, initiative)] == [initiative]
    assert [line.signed_copies for line in read_register(workspace, 2026)] == []


def test_a_paper_is_kept_with_nobody_who_is_not_there(commune: Commune, tmp_path: Path) -> None:
    for kind in OwnerKind:
        with pytest.raises(NotFound):
            attachments.attach(commune.workspace, Owner(kind, 999), [scan(tmp_path)])


def test_the_papers_of_two_records_come_together_and_go_apart_with_them(commune: Commune, tmp_path: Path) -> None:
    workspace = commune.workspace
    kept, merged = commune.people["Lê Thị Ánh"], staff.add_person(workspace, PersonDraft("Lê Thị Ánh"))
    attachments.attach(workspace, Owner(OwnerKind.PERSON, merged), [scan(tmp_path)])
    merge = merge_people(workspace, kept, merged)
    (copy,) = attachments.list_attachments(workspace, Owner(OwnerKind.PERSON, kept))
    assert attachments.copy_to_open(workspace, copy.id).read_bytes() == PDF
    split_people(workspace, merge)
    assert attachments.list_attachments(workspace, Owner(OwnerKind.PERSON, kept)) == []
    assert len(attachments.list_attachments(workspace, Owner(OwnerKind.PERSON, merged))) == 1
