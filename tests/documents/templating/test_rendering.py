from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimhoa_app.documents.model import Align, OfficialDocument, Orientation, Paragraph, Signature, Table
from kimhoa_app.documents.templating import TemplateError, load_template, render
from kimhoa_app.documents.templating.contexts import TemplateContext, context_for
from kimhoa_app.domain.office import OfficeKind, OfficePeriod

HEAD = """+++
id = "thu"
name = "Mẫu thử"
kind = "KH"
description = "Để thử"
needs = "year"
issuer = "committee"
symbol = "KH-UBND"
fields = [{ key = "x", label = "Ô nhập" }]
+++
"""
FIRST_LINE = HEAD.count("\n") + 1


def made(body: str, **fields: object) -> OfficialDocument:
    template = load_template(HEAD + body)
    return render(template, replace(context(template), fields={"x": ""} | fields))


def context(template: object) -> TemplateContext:
    office = OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh")
    return context_for(template, office, None, 2026, date(2026, 1, 5))  # type: ignore[arg-type]


def test_sections_nest_by_their_signs_and_keep_their_labels_as_text() -> None:
    document = made("# I. MỤC ĐÍCH\n## 1. Yêu cầu\n### a) Điểm\nLời văn.\n# II. NỘI DUNG\n## 1.\nCâu có số.")
    assert [(depth, s.label, s.heading) for depth, s in document.walk_sections()] == [
        (0, "I.", "MỤC ĐÍCH"),
        (1, "1.", "Yêu cầu"),
        (2, "a)", "Điểm"),
        (0, "II.", "NỘI DUNG"),
        (1, "1.", ""),
    ]


def test_bold_and_italic_become_runs() -> None:
    (paragraph,) = made("Một **hai** *ba* ***bốn***").blocks
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.bold, run.italic) for run in paragraph.runs] == [
        ("Một ", False, False),
        ("hai", True, False),
        (" ", False, False),
        ("ba", False, True),
        (" ", False, False),
        ("bốn", True, True),
    ]


def test_a_table_has_its_columns_rows_and_group_headings() -> None:
    (table,) = made(
        "@bảng: TT [1, giữa] | Việc [9]\n|= I. NHÓM\n"
        "{% for n in [1, 2] %}\n| {{ n }} | V{{ n }} |\n{% endfor %}\n|* | Cộng |"
    ).blocks
    assert isinstance(table, Table)
    assert [(column.heading, column.width, column.align) for column in table.columns] == [
        ("TT", 1.0, Align.CENTER),
        ("Việc", 9.0, Align.LEFT),
    ]
    assert [(row.cells, row.bold, row.span) for row in table.rows] == [
        (("I. NHÓM",), True, True),
        (("1", "V1"), False, False),
        (("2", "V2"), False, False),
        (("", "Cộng"), True, False),
    ]


def test_directives_fill_the_parts_around_the_body() -> None:
    document = made(
        "@tên loại: QUYẾT ĐỊNH\n@trích yếu: Về việc A\n@thẩm quyền: CHỦ TỊCH\n@căn cứ: Luật A\n@căn cứ: Luật B\n"
        "@lời ban hành: QUYẾT ĐỊNH:\n@mở đầu: Mở.\n@kết thúc: Kết\n@nơi nhận: Lưu: VT\n@số: 12\n@khổ ngang\n"
        "@chữ ký: TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH | Nguyễn Văn A"
    )
    assert (document.title, document.subject, document.issuing_post) == ("QUYẾT ĐỊNH", "Về việc A", "CHỦ TỊCH")
    assert document.legal_bases == ("Luật A", "Luật B")
    assert (document.opening[0].text, document.closing[0].text) == ("Mở.", "Kết")
    assert document.letterhead is not None
    assert document.letterhead.number == "12"
    assert document.orientation is Orientation.LANDSCAPE
    assert document.signatures == (Signature("CHỦ TỊCH", "Nguyễn Văn A", ("TM. ỦY BAN NHÂN DÂN",)),)


def test_an_appendix_takes_the_blocks_that_follow_it() -> None:
    document = made(
        "Thân.\n@phụ lục: Phụ lục I\n@tên phụ lục: DANH SÁCH\n@khổ ngang\n@kèm theo: (Kèm theo)\nTrong phụ lục."
    )
    (appendix,) = document.appendices
    assert (appendix.heading, appendix.title, appendix.reference) == ("Phụ lục I", "DANH SÁCH", "(Kèm theo)")
    assert appendix.orientation is Orientation.LANDSCAPE
    assert [block.text for block in appendix.blocks if isinstance(block, Paragraph)] == ["Trong phụ lục."]
    assert document.orientation is Orientation.PORTRAIT


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("Dòng.\n\n@không có: lời", 3, "@không có"),
        ("{% for n in [1, 2] %}\nDòng {{ n }}\n{% endfor %}\n### a) Sâu quá", 4, "bậc"),
        ("Một\n{{ fields.y }}", 2, "“y”"),
        ("Một\n{{ khong_co }}", 2, "“khong_co”"),
        ("@bảng: A [1] | B [1]\n| một |", 2, "1 ô mà bảng có 2 cột"),
        ("@bảng: A", 1, "Nội dung [40, giữa]"),
        ("| một |", 1, "@bảng:"),
        ("Một\n\n{{ today }}", 3, "bộ lọc"),
        ("Một\n{{ 1 / 0 }}", 2, "không thực hiện được"),
        ("@phụ lục: Phụ lục\n# I. MỤC", 2, "phụ lục"),
        ("@kèm theo: (X)", 1, "@phụ lục:"),
        ("@chữ ký:", 1, "@chữ ký"),
    ],
)
def test_a_fault_is_told_with_its_line(body: str, line: int, words: str) -> None:
    with pytest.raises(TemplateError) as caught:
        made(body)
    assert caught.value.line == FIRST_LINE + line - 1
    assert words in caught.value.message


@pytest.mark.parametrize(
    "expression",
    ["''.__class__.__mro__", "fields.__init__", "fields.update({'x': 1})", "'a' * 999999999", "9 ** 9 ** 9"],
)
def test_a_template_cannot_reach_the_machine_or_fill_the_memory(expression: str) -> None:
    with pytest.raises(TemplateError):
        made("{{ " + expression + " }}")


def test_a_captured_block_is_printed_without_line_marks() -> None:
    (paragraph,) = made("{% set y %}Chữ **đậm**{% endset %}\n{{ y }}").blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "Chữ **đậm**"


def test_an_escaped_sign_is_text() -> None:
    (paragraph,) = made(r"\# Không phải đề mục, \*không nghiêng\*").blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "# Không phải đề mục, *không nghiêng*"


EVERYWHERE = """@trích yếu: {{ fields.x }}
@căn cứ: {{ fields.x }}
@mở đầu: {{ fields.x }}
# I. {{ fields.x }}
## {{ fields.x }}
{{ fields.x }}
- **{{ fields.x }}**
@bảng: A [1] | {{ fields.x }} [1]
| {{ fields.x }} | {{ fields.x }} |
|= {{ fields.x }}
@chữ ký: TM. ỦY BAN | {{ fields.x }} | {{ fields.x }}
@nơi nhận: {{ fields.x }}
@phụ lục: {{ fields.x }}
{{ fields.x }}
"""
WORDS = st.text(
    st.one_of(st.sampled_from("#@|*-\\+[]{}%:.)I1a \n\r\t\u2028"), st.characters()), min_size=1, max_size=30
)


@given(WORDS.map(lambda text: "x" + text + "y"))
def test_the_words_of_a_value_come_out_as_text_and_never_change_the_structure(value: str) -> None:
    plain, filled = made(EVERYWHERE, x="xy"), made(EVERYWHERE, x=value)
    assert shape(filled) == shape(plain)
    expected = [word for word in cleaned(value).split() if word]
    assert filled.subject.split() == expected
    assert filled.opening[0].text.split() == expected
    assert filled.sections[0].heading.split() == expected
    assert filled.sections[0].children[0].heading.split() == expected
    assert filled.signatures[0].name.split() == expected
    table = filled.sections[0].children[0].blocks[2]
    assert isinstance(table, Table)
    assert [cell.split() for cell in table.rows[0].cells] == [expected, expected]
    assert table.columns[1].heading.split() == expected


def cleaned(value: str) -> str:
    return "".join(" " if is_unprintable(char) else char for char in value)


def is_unprintable(char: str) -> bool:
    code = ord(char)
    return (
        code < 0x20
        or 0x7F <= code <= 0x9F
        or char in "\u2028\u2029"
        or 0xD800 <= code <= 0xDFFF
        or 0x100000 <= code <= 0x1000FF
    )


def shape(document: OfficialDocument) -> object:
    def of_block(block: object) -> object:
        if isinstance(block, Table):
            return len(block.columns), [(len(row.cells), row.bold, row.span) for row in block.rows]
        assert isinstance(block, Paragraph)
        return [(run.bold, run.italic) for run in block.runs], block.align, block.indent

    return (
        len(document.legal_bases),
        len(document.opening),
        [(depth, s.label, [of_block(block) for block in s.blocks]) for depth, s in document.walk_sections()],
        [signature.authority for signature in document.signatures],
        len(document.recipients),
        [[of_block(block) for block in appendix.blocks] for appendix in document.appendices],
    )
