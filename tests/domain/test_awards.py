import pytest

from kimhoa_app.domain.awards import award_name, catalogue
from kimhoa_app.domain.office import OfficeKind


@pytest.mark.parametrize(
    ("office", "subject", "name"),
    [
        (OfficeKind.COMMUNE, "", "Thôn văn hóa"),
        (OfficeKind.WARD, "", "Tổ dân phố văn hóa"),
        (OfficeKind.TOWNSHIP, "Khối 5", "Tổ dân phố văn hóa"),
        (OfficeKind.COMMUNE, "Tổ dân phố 3", "Tổ dân phố văn hóa"),
        (OfficeKind.WARD, "thôn Kim Lĩnh", "Thôn văn hóa"),
        (None, "Thôn Kim Lĩnh", "Thôn văn hóa"),
        (None, "", "Thôn, tổ dân phố văn hóa"),
    ],
)
def test_a_village_has_the_title_of_what_it_is_called(office: OfficeKind | None, subject: str, name: str) -> None:
    assert award_name("TVH", office, subject) == name


def test_the_certificate_of_merit_names_the_kind_of_the_office() -> None:
    assert award_name("GKX", OfficeKind.COMMUNE) == "Giấy khen của Chủ tịch Ủy ban nhân dân xã"
    assert award_name("GKX", OfficeKind.WARD) == "Giấy khen của Chủ tịch Ủy ban nhân dân phường"


@pytest.mark.parametrize("code", [code for code in catalogue() if code not in ("TVH", "GKX")])
def test_other_awards_have_one_name_everywhere(code: str) -> None:
    assert {award_name(code, kind, "Thôn Đông") for kind in OfficeKind} == {catalogue()[code].name}


@pytest.mark.parametrize("kind", list(OfficeKind))
def test_the_names_differ_so_that_a_list_can_be_read_back(kind: OfficeKind) -> None:
    assert len({award_name(code, kind) for code in catalogue()}) == len(catalogue())
