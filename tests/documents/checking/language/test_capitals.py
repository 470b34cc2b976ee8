"""Capitals of names: what is wrong is mended, what only looks so is left alone."""

import pytest

from kimhoa_app.documents.checking.language import places
from kimhoa_app.documents.model import DocumentKind, Letterhead, OfficialDocument, plain
from tests.documents.checking.looking import found, found_in


@pytest.mark.parametrize(
    ("rule_id", "text", "wrong", "right"),
    [
        ("capitals-of-bodies", "báo cáo ủy ban nhân dân xã Kim Hoa", "ủy ban nhân dân", "Ủy ban nhân dân"),
        ("capitals-of-bodies", "báo cáo Uỷ Ban Nhân Dân xã", "Uỷ Ban Nhân Dân", "Uỷ ban nhân dân"),
        ("capitals-of-bodies", "Ủy ban Nhân dân xã", "Ủy ban Nhân dân", "Ủy ban nhân dân"),
        ("capitals-of-bodies", "kỳ họp hội đồng nhân dân xã", "hội đồng nhân dân", "Hội đồng nhân dân"),
        (
            "capitals-of-bodies",
            "gửi Hội đồng thi đua khen thưởng xã",
            "Hội đồng thi đua khen thưởng",
            "Hội đồng Thi đua - Khen thưởng",
        ),
        (
            "capitals-of-bodies",
            "họp hội đồng thi đua - khen thưởng",
            "hội đồng thi đua - khen thưởng",
            "Hội đồng Thi đua - Khen thưởng",
        ),
        ("capitals-of-bodies", "của Thủ tướng Chính Phủ về", "Thủ tướng Chính Phủ", "Thủ tướng Chính phủ"),
        ("capitals-of-bodies", "bảo vệ an ninh tổ quốc", "tổ quốc", "Tổ quốc"),
        (
            "capitals-of-bodies",
            "Ủy ban mặt trận Tổ quốc xã",
            "Ủy ban mặt trận Tổ quốc",
            "Ủy ban Mặt trận Tổ quốc",
        ),
        ("capitals-of-bodies", "chủ trương của đảng, chính sách", "đảng", "Đảng"),
        ("capitals-of-bodies", "pháp luật của nhà nước", "nhà nước", "Nhà nước"),
        ("capitals-of-bodies", "Ban Chỉ Huy Quân Sự xã", "Ban Chỉ Huy Quân Sự", "Ban Chỉ huy Quân sự"),
        ("capitals-of-bodies", "nghị quyết Đại Hội của Đảng", "Đại Hội", "Đại hội"),
        ("capitals-of-bodies", "nghị quyết Đại hội đảng bộ xã", "đảng bộ", "Đảng bộ"),
        ("capitals-of-bodies", "cán bộ và nhân dân trong xã", "nhân dân", "Nhân dân"),
        ("capitals-of-posts", "trình Chủ Tịch xem xét", "Chủ Tịch", "Chủ tịch"),
        ("capitals-of-posts", "do chủ tịch UBND xã quyết định", "chủ tịch", "Chủ tịch"),
        ("capitals-of-posts", "Phó chủ tịch Hội đồng nhân dân xã", "Phó chủ tịch", "Phó Chủ tịch"),
        ("capitals-of-posts", "Chủ tịch hồ chí minh", None, None),
        ("capitals-of-titles", "danh hiệu lao động tiên tiến", "lao động tiên tiến", "Lao động tiên tiến"),
        ("capitals-of-titles", "đạt Lao Động Tiên Tiến", "Lao Động Tiên Tiến", "Lao động tiên tiến"),
        (
            "capitals-of-titles",
            "danh hiệu “chiến sĩ thi đua cơ sở”",
            "chiến sĩ thi đua cơ sở",
            "Chiến sĩ thi đua cơ sở",
        ),
        ("capitals-of-titles", "tặng Giấy Khen cho tập thể", "Giấy Khen", "Giấy khen"),
        ("capitals-of-laws", "Luật thi đua, khen thưởng", "Luật thi đua, khen thưởng", "Luật Thi đua, khen thưởng"),
        ("capitals-of-laws", "Luật Thi đua, Khen thưởng", "Luật Thi đua, Khen thưởng", "Luật Thi đua, khen thưởng"),
        ("capitals-of-places", "tỉnh Hà tĩnh", "Hà tĩnh", "Hà Tĩnh"),
        ("capitals-of-places", "nước Việt nam", "Việt nam", "Việt Nam"),
        ("unit-word-capital", "của Hội đồng nhân dân Xã Kim Hoa", "Xã", "xã"),
        ("unit-word-capital", "do UBND Huyện Hương Sơn giao", "Huyện", "huyện"),
        ("sentence-capital", "đã hoàn thành nhiệm vụ. các thôn tiếp tục", "các", "Các"),
        ("sentence-capital", "đã xong (đợt một). đợt sau", "đợt", "Đợt"),
    ],
)
def test_a_wrong_capital_is_told_with_the_right_one(
    rule_id: str, text: str, wrong: str | None, right: str | None
) -> None:
    assert found(rule_id, text) == ([(wrong, right)] if wrong else [])


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân xã, Uỷ ban nhân dân tỉnh, Hội đồng nhân dân, HĐND và UBND xã",
        "ỦY BAN NHÂN DÂN XÃ KIM HOA",
        "TM. ỦY BAN NHÂN DÂN",
        "Hội đồng Thi đua - Khen thưởng xã, Hội đồng Thi đua – Khen thưởng tỉnh",
        "công tác thi đua, khen thưởng; phong trào thi đua yêu nước",
        "quản lý nhà nước về thi đua, khen thưởng; cơ quan nhà nước; ngân sách nhà nước",
        "các đảng viên của đảng bộ xã; đảng ủy các cấp; sinh hoạt đảng",
        "tổ chức phi chính phủ; chính phủ điện tử",
        "Chủ tịch, Phó Chủ tịch Ủy ban nhân dân; chủ tịch công đoàn; ông chủ tịch hợp tác xã",
        "danh hiệu “Lao động tiên tiến”, “Chiến sĩ thi đua cơ sở”, “Tập thể lao động tiên tiến”",
        "gương lao động tiên tiến trong phong trào",
        "tặng giấy khen, bằng khen; Giấy khen của Chủ tịch Ủy ban nhân dân xã",
        "Luật Thi đua, khen thưởng; Luật Tổ chức chính quyền địa phương",
        "cuộc sống hòa bình, thái bình; tỉnh Hòa Bình; tỉnh HÀ TĨNH; thành phố Cần Thơ",
        "Nhân dân trong xã; Công an nhân dân, quần chúng nhân dân; Quỹ tín dụng nhân dân",
        "Ban chỉ huy quân sự, công an xã, Công an tỉnh",
        "kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh tại Việt Nam",
        "các cơ quan Nhà nước; Đảng, Nhà nước và Nhân dân",
    ],
)
def test_what_is_written_right_is_left_alone(text: str) -> None:
    for rule_id in ("bodies", "posts", "titles", "laws", "places"):
        assert found(f"capitals-of-{rule_id}", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Xã Kim Hoa hoàn thành; xã Kim Hoa",
        "tại Tỉnh Đoàn, Huyện Ủy, Xã Đội",
        "Phường 1, Quận 3; lãnh đạo Tỉnh dự; ông Lê Xã Nam",
        "- Thôn Đông đạt danh hiệu; Thôn Đoài",
        "ỦY BAN NHÂN DÂN XÃ KIM HOA",
    ],
)
def test_a_unit_word_may_have_its_capital(text: str) -> None:
    assert found("unit-word-capital", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "TP. vinh; v.v. và các nội dung; ThS. lê",
        "năm 2025. xã",
        "Điều 3. các",
        "website www.hatinh.gov.vn. đọc thêm... rồi thôi",
        "Nội dung a. nội dung",
    ],
)
def test_a_stop_that_ends_no_sentence_asks_for_no_capital(text: str) -> None:
    assert found("sentence-capital", text) == []


def test_the_own_name_is_written_as_in_the_letterhead() -> None:
    document = OfficialDocument(
        DocumentKind.PLAN,
        Letterhead(("ỦY BAN NHÂN DÂN", "XÃ KIM HOA"), "KH-UBND", "Kim Hoa"),
        closing=(plain("Nhân dân xã Kim hoa và xã Kim Hoa, vườn trồng kim hoa; XÃ KIM HOA."),),
    )
    assert [(each.text, each.suggestion) for each in found_in(document, places.RULES)] == [("Kim hoa", "Kim Hoa")]
