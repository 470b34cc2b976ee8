"""The written files open in LibreOffice and their pages come out as the form asks."""

import re

import pytest

from tests.documents.libreoffice import IS_MISSING, pages_in_libreoffice
from tests.documents.papers import all_samples, sample_plan

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(IS_MISSING, reason="LibreOffice or pdftotext is not installed"),
]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return the text of each page of each sample, as LibreOffice lays it out."""
    return pages_in_libreoffice(all_samples() | {"plan": sample_plan(3)}, tmp_path_factory.mktemp("pages"))


def test_every_paper_becomes_pages(pages: dict[str, list[str]]) -> None:
    assert set(pages) == set(all_samples())


def test_the_heads_of_a_letterhead_stand_on_one_line(pages: dict[str, list[str]]) -> None:
    assert re.search(r"ỦY BAN NHÂN DÂN +CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", pages["plan"][0])
    assert re.search(r"Số: +/KH-UBND +Kim Hoa, ngày +tháng 01 năm 2026\n", pages["plan"][0])


def test_pages_are_numbered_from_the_second(pages: dict[str, list[str]]) -> None:
    firsts = [page.strip().split("\n")[0].strip() for page in pages["plan"]]
    assert len(firsts) >= 6
    assert firsts[1:] == [str(number) for number in range(2, len(firsts) + 1)]
    assert not firsts[0].isdigit()


def test_an_appendix_counts_anew_and_repeats_its_heads(pages: dict[str, list[str]]) -> None:
    appendix = pages["decision"][1:]
    assert appendix[0].strip().startswith("Phụ lục")
    assert [page.split()[0] for page in appendix[1:]] == [str(number) for number in range(2, len(appendix) + 1)]
    assert all(re.search(r"STT +Họ và tên", page) for page in appendix)


def test_an_address_stands_at_the_foot_of_page_1_alone(pages: dict[str, list[str]]) -> None:
    letter = pages["urgent letter"]
    assert len(letter) >= 3
    assert ["Địa chỉ:" in page for page in letter] == [True] + [False] * (len(letter) - 1)
    assert letter[0].rstrip().endswith("ubnd@kimhoa.vi-du.vn")


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("plan", "Nơi nhận:"),
        ("decision", "Nơi nhận:"),
        ("minutes", "THƯ KÝ"),
        ("letter", "Nơi nhận:"),
        ("invitation", "Nơi nhận:"),
        ("list", "HIỆU TRƯỞNG"),
        ("urgent letter", "Nơi nhận:"),
    ],
)
def test_a_signature_never_stands_alone(pages: dict[str, list[str]], name: str, head: str) -> None:
    before = next(page.split(head)[0] for page in pages[name] if head in page)
    assert len(before.split()) > 10
