from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from kimhoa_app.documents.model import OfficialDocument
from kimhoa_app.documents.reading.outline import outline_json, read_document
from kimhoa_app.documents.templating import Needs, checked_fields, default_fields, render, shipped_templates
from kimhoa_app.documents.templating.contexts import context_for
from kimhoa_app.documents.writing.writer import write_docx
from kimhoa_app.domain.awards import SubjectKind
from kimhoa_app.domain.councils import Attendance, CouncilKind, CouncilRole, MeetingState, VoteBase, VoteMethod
from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.domain.meetings import Case, MeetingRecord, MemberPresence, Votes
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.domain.registrations import RegistrationLine, RegistrationList

OFFICE = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh")
MEETING = MeetingRecord(
    1, 1, CouncilKind.EMULATION, "Hội đồng Thi đua - Khen thưởng xã Kim Hoa", "45/QĐ-UBND", date(2025, 8, 5), 2026,
    date(2026, 12, 10), "14:00", "16:00", "Phòng họp số 1", MeetingState.CLOSED, VoteMethod.SECRET_BALLOT,
    VoteBase.ALL_MEMBERS, 2, 3, True, 2, 2,
    (
        MemberPresence(1, "Trần Văn Bình", "Chủ tịch UBND xã", CouncilRole.CHAIR, Attendance.PRESENT),
        MemberPresence(2, "Lê Thị Sáu", "Công chức", CouncilRole.SECRETARY, Attendance.PRESENT),
    ),
    (Case(1, SubjectKind.PERSON, "Phạm Thị Ánh", "Công chức", "Phòng Kinh tế", "LĐTT", votes=Votes(2, 0, 0, 2, 7000)),),
)  # fmt: skip
LINE = RegistrationLine(
    1, SubjectKind.PERSON, 1, "Phạm Thị Ánh", "Bà", "1985", "Công chức", "Phòng Kinh tế", "LĐTT", None, "", "",
    date(2026, 1, 5), False,
)  # fmt: skip
REGISTRATIONS = RegistrationList(2026, date(2026, 1, 1), date(2026, 1, 15), (), (LINE,))


def made(template_id: str) -> OfficialDocument:
    template = next(each for each in shipped_templates() if each.id == template_id)
    context = context_for(
        template,
        OFFICE,
        Signer("Trần Văn Bình", SigningCapacity.DEPUTY, "Phó Chủ tịch"),
        2026,
        date(2026, 1, 5),
        meeting=MEETING if template.needs is Needs.MEETING else None,
        registrations=REGISTRATIONS if template.needs is Needs.REGISTRATIONS else None,
    )
    return render(template, replace(context, fields=checked_fields(template, default_fields(template, context))))


def test_room_for_the_pen_reads_as_nothing() -> None:
    outline = outline_json(read_document(write_docx(made("ke-hoach-nam")), "a.docx"))
    assert (outline["number"], outline["date"], outline["symbol"]) == (None, None, "KH-UBND")


def test_the_outline_has_the_promised_parts() -> None:
    outline = outline_json(made("ke-hoach-nam"))
    assert list(outline) == [
        "kind", "superior", "agency", "number", "symbol", "place", "date", "title", "subject", "bases", "opening",
        "sections", "closing", "recipients", "signatures",
    ]  # fmt: skip
    assert outline["kind"] == "KH"
    assert outline["agency"] == "ỦY BAN NHÂN DÂN XÃ KIM HOA"
    assert outline["signatures"] == [
        {"authority": "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "position": "PHÓ CHỦ TỊCH", "name": "Trần Văn Bình"}
    ]


def foreign(*paragraphs: str, bold: tuple[str, ...] = ()) -> bytes:
    word = docx.Document()
    for text in paragraphs:
        word.add_paragraph().add_run(text).bold = text in bold
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def test_a_file_without_our_styles_is_told_apart_by_its_labels_and_nothing_is_lost() -> None:
    lines = (
        "UBND XÃ A",
        "I. MỤC ĐÍCH",
        "1. Mục đích",
        "- Một.",
        "2. Làm ngay việc này.",
        "a) Chi tiết;",
        "II. NỘI DUNG",
        "Hết.",
    )
    read = read_document(foreign(*lines, bold=("1. Mục đích",)), "a.docx")
    assert [
        (depth, s.label, s.heading, [b.text for b in s.blocks if hasattr(b, "text")])
        for depth, s in read.walk_sections()
    ] == [
        (0, "I.", "MỤC ĐÍCH", []),
        (1, "1.", "Mục đích", ["- Một."]),
        (1, "2.", "", ["Làm ngay việc này."]),
        (2, "a)", "", ["Chi tiết;"]),
        (0, "II.", "NỘI DUNG", ["Hết."]),
    ]
    assert read.letterhead is not None
    assert read.letterhead.issuer == ("UBND XÃ A",)


@pytest.mark.parametrize("content", [b"", b"khong phai zip", b"PK\x03\x04hong", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_file_that_is_no_docx_is_refused_with_one_sentence(content: bytes) -> None:
    with pytest.raises(UnusableFile, match=r"a\.docx"):
        read_document(content, "a.docx")


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.docx"
    path.write_bytes(foreign("Một")[:2000])
    with pytest.raises(UnusableFile, match=r"cut\.docx"):
        read_document(path)


def test_a_missing_file_and_another_ending_are_refused(tmp_path: Path) -> None:
    for name in ("none.docx", "a.pdf"):
        with pytest.raises(UnusableFile, match=name):
            read_document(tmp_path / name)
