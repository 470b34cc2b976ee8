"""A list that is read as the wrong kind: which kind it seems to be, and when nothing is said."""

from pathlib import Path

import pytest

from kimhoa_app.exchange.lists.fitting import NoListFound
from kimhoa_app.exchange.lists.kinds import ListKind
from kimhoa_app.exchange.lists.reading import read_lists
from tests.exchange.lists.workbooks import Page, workbook

NAME = ("STT", "Họ và tên", "Chức vụ")


def fitting(folder: Path, kind: ListKind, heads: tuple[str, ...], title: str = "DANH SÁCH") -> ListKind | None:
    path = workbook(folder / "ds.xlsx", Page(((title,), heads, (1, "Trần Văn Bình", "Kế toán", "HTTNV"))))
    try:
        return read_lists(path, kind).fitting
    except NoListFound as refusal:
        return refusal.fitting


@pytest.mark.parametrize("kind", [kind for kind in ListKind if kind is not ListKind.RATINGS])
def test_ratings_are_known_whatever_they_are_read_as(tmp_path: Path, kind: ListKind) -> None:
    assert fitting(tmp_path, kind, (*NAME, "Xếp loại")) is ListKind.RATINGS


def test_ratings_that_tell_people_apart_by_their_number_are_still_ratings(tmp_path: Path) -> None:
    heads = (*NAME, "Xếp loại", "Ngày sinh", "Số định danh cá nhân")
    assert fitting(tmp_path, ListKind.STAFF, heads) is ListKind.RATINGS


def test_staff_is_known_where_the_column_of_the_kind_is_missing(tmp_path: Path) -> None:
    assert fitting(tmp_path, ListKind.RATINGS, (*NAME, "Đơn vị")) is ListKind.STAFF


@pytest.mark.parametrize(
    ("kind", "heads"),
    [
        (ListKind.STAFF, (*NAME, "Đơn vị")),
        (ListKind.STAFF, (*NAME, "Xếp loại", "Giới tính")),
        (ListKind.STAFF, (*NAME, "Danh hiệu")),
        (ListKind.RATINGS, (*NAME, "Xếp loại", "Danh hiệu", "Số quyết định")),
        (ListKind.RATINGS, ("Tuần", "Việc", "Ai làm")),
    ],
)
def test_nothing_is_said_where_the_kind_fits_or_none_is_clearly_better(
    tmp_path: Path, kind: ListKind, heads: tuple[str, ...]
) -> None:
    assert fitting(tmp_path, kind, heads) is None


def test_of_the_same_columns_the_title_tells_registrations(tmp_path: Path) -> None:
    title = "DANH SÁCH ĐĂNG KÝ THI ĐUA"
    assert fitting(tmp_path, ListKind.STAFF, (*NAME, "Danh hiệu"), title) is ListKind.REGISTRATIONS
