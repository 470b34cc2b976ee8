"""The plan that ships is short enough for people to read."""

from dataclasses import replace
from datetime import date

import pytest

from kimhoa_app.documents.templating import checked_fields, default_fields, render, shipped_templates
from kimhoa_app.documents.templating.contexts import context_for
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from ui.printing.layout import lay_out
from ui.printing.typesetting import Typesetter

pytestmark = pytest.mark.usefixtures("qapp")

STATUTE = (
    "Quyết định số 38/2025/QĐ-UBND ngày 15 tháng 9 năm 2025 của Ủy ban nhân dân tỉnh Hà Tĩnh ban hành Quy chế thi đua, "
    "khen thưởng trên địa bàn tỉnh"
)
TYPED = {"theme": "Đoàn kết, kỷ cương, sáng tạo", "upper_number": "12/KH-UBND"}


@pytest.mark.parametrize("year", range(2022, 2028))
def test_the_plan_of_a_year_takes_six_pages_at_the_most(year: int) -> None:
    template = next(each for each in shipped_templates() if each.id == "ke-hoach-nam")
    district = "huyện Hương Sơn" if year < 2025 else ""
    office = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh", district=district or None)
    signer = Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch")
    context = context_for(template, office, signer, year, date(year, 1, 5), province_statute=STATUTE)
    given = TYPED | {"upper_date": f"05/01/{year}"}
    fields = checked_fields(template, default_fields(template, context) | given)
    pages = lay_out(render(template, replace(context, fields=fields)), Typesetter())
    assert len(pages) <= 6
    assert len(pages[-1].lines) > 15
