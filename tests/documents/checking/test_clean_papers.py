"""What is well made is left alone: the shipped templates of every year; and no rule fails on any text."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kimhoa_app.documents.checking.check import RULES, check
from kimhoa_app.documents.checking.file_check import check_file
from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.reading.outline import document_of
from kimhoa_app.documents.reading.plain_file import text_source
from kimhoa_app.documents.templating import checked_fields, default_fields, render, shipped_templates
from kimhoa_app.documents.templating.contexts import context_for
from kimhoa_app.documents.templating.template import Needs, Template
from kimhoa_app.documents.texts import texts_of
from kimhoa_app.documents.writing import write_docx
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from tests.documents.checking.whole_papers import DECISION, PLAN, TODAY

FAMILIES = ("structure", "form", "levels")
YEARS = (2024, 2025, 2026, 2027)
TEMPLATES = [each for each in shipped_templates() if each.needs is Needs.YEAR]
_WORDS = ("I.", "1.", "2.", "3.1", "a)", "đ)", "Điều 2.", "Chương I", "UBND huyện Đức Thọ", "Nơi nhận:", "- Lưu: VT.",
          "Số: 5/QĐ-UBND", "KẾ HOẠCH", "TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "./.", "/.", "trên địa bàn tỉnh", "\n",
          "Căn cứ Luật", "ngày 06 tháng 01 năm 2026", "XÃ KIM HOA", "QUYẾT ĐỊNH:", "Kính gửi:")  # fmt: skip


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.id)
def test_a_shipped_template_yields_neither_error_nor_warning(template: Template, year: int, tmp_path: Path) -> None:
    district = "huyện Hương Sơn" if year < 2026 else ""
    office = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", district=district)
    signer = Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch")
    context = context_for(template, office, signer, year, date(year, 1, 5))
    fields = checked_fields(template, default_fields(template, context))
    document = render(template, replace(context, fields=fields))
    file = tmp_path / "a.docx"
    file.write_bytes(write_docx(document))
    found = [*check(document, date(year, 1, 5)), *check_file(file, date(year, 1, 5)).findings]
    ours = {rule.id for rule in RULES if rule.family in FAMILIES}
    told = [each for each in found if each.rule in ours and each.severity is not Severity.INFO]
    assert [(each.rule, each.message) for each in told] == []


def test_every_rule_has_an_id_of_its_own_a_family_a_title_and_a_ground() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES) >= 40
    for rule in RULES:
        assert rule.id == rule.id.lower().strip()
        assert " " not in rule.id
        assert rule.title
        assert rule.basis
        assert not rule.title.endswith(".")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=30)), max_size=30), st.sampled_from((" ", "\n")))
def test_no_rule_fails_on_any_text_and_what_it_says_stands_there(pieces: list[str], between: str) -> None:
    source = text_source(between.join(pieces), "văn bản")
    document = document_of(source)
    words = {text.spot.number: text.words for text in texts_of(document)}
    for finding in check(document, TODAY, source=source):
        assert finding.message.rstrip("”).").strip()
        if finding.spot is not None and finding.suggestion is not None:
            end = finding.start + len(finding.text)
            assert words[finding.spot.number][finding.start : end] == finding.text


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_rule_fails_on_a_paper_with_lines_left_out(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from((PLAN, DECISION))).splitlines()
    kept = [line for line in lines if data.draw(st.booleans())]
    source = text_source("\n".join(kept), "văn bản")
    assert isinstance(check(document_of(source), TODAY, source=source), tuple)
