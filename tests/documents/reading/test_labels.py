"""Labels as papers print them, and beginnings of lines that are none."""

import pytest

from kimhoa_app.documents.reading.labels import split_label


@pytest.mark.parametrize(
    ("line", "label", "kind"),
    [
        ("A- MỤC ĐÍCH, YÊU CẦU", "A-", "capital"),
        ("B-NỘI DUNG", "B-", "capital"),
        ("I-MỤC ĐÍCH", "I-", "roman"),
        ("II - Nội dung", "II -", "roman"),
        ("1- Mục đích", "1-", "number"),
        ("2-Yêu cầu", "2-", "number"),
        ("a- Tổ chức", "a-", "letter"),
        ("đ-Tuyên truyền", "đ-", "letter"),
        ("4.1. Tổ chức", "4.1.", "decimal2"),
        ("PHẦN THỨ NHẤT", "PHẦN THỨ NHẤT", "part"),
    ],
)
def test_a_label_is_parted_from_what_follows(line: str, label: str, kind: str) -> None:
    found = split_label(line)
    assert found is not None
    assert (found[0].text, found[0].kind) == (label, kind)
    assert line[found[1] :] == line.removeprefix(label).lstrip()


@pytest.mark.parametrize(
    "line", ["12-QĐ/TU ngày", "9-KH/TU", "1-3 người", "A-B", "e-Office là", "a-z", "- Tổ chức", ""]
)
def test_numbers_ranges_and_words_are_no_labels(line: str) -> None:
    assert split_label(line) is None
