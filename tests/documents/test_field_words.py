"""Values of fields found again in the text that was made from them."""

from kimhoa_app.documents.field_words import field_stretches, field_words
from kimhoa_app.documents.templating import shipped_templates

PLAN = next(template for template in shipped_templates() if template.id == "ke-hoach-nam")


def test_days_are_known_in_each_printed_form_and_choices_in_none() -> None:
    fields = {"theme": "Đoàn kết, kỷ cương", "upper_kind": "Kế hoạch", "registration_deadline": "2027-01-15"}
    words = field_words(PLAN, fields)
    assert words == {
        "Đoàn kết, kỷ cương": "Chủ đề thi đua của năm",
        **dict.fromkeys(("15/01/2027", "ngày 15 tháng 01 năm 2027"), "Hạn đăng ký thi đua"),
    }


def test_empty_and_short_values_are_no_fields() -> None:
    assert field_words(PLAN, {"theme": "Thi", "upper_date": None, "upper_number": ""}) == {}


def test_only_whole_words_are_found() -> None:
    words = {"15/01/2027": "Hạn", "Đoàn kết": "Chủ đề"}
    text = "Trước 15/01/2027; số 115/01/2027. Đoàn kết, Đoàn kếtt"
    found = [(text[start:end], label) for (start, end), label in field_stretches(text, words)]
    assert found == [("15/01/2027", "Hạn"), ("Đoàn kết", "Chủ đề")]
