from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from kimhoa_app.documents.editing_frame import FrameText, frame_text, with_frame_text
from kimhoa_app.documents.model import Align, DocumentKind, OfficialDocument, Paragraph, Run, plain

DOCUMENT = OfficialDocument(
    DocumentKind.PLAN,
    subject="Phát động thi đua",
    legal_bases=("Căn cứ Luật Thi đua, khen thưởng", "Căn cứ Nghị định số 152/2025/NĐ-CP"),
    opening=(plain("Thực hiện Kế hoạch"), Paragraph((Run("Giữa"),), Align.CENTER, indent=False)),
    closing=(Paragraph((Run("Trên đây là "), Run("Kế hoạch", bold=True))),),
    recipients=("Như trên", "Lưu: VT"),
)


def test_parts_read_back_unchanged_leave_the_document_as_it_was() -> None:
    assert with_frame_text(DOCUMENT, frame_text(DOCUMENT)) == DOCUMENT


def test_each_line_is_an_item_and_empty_lines_are_none() -> None:
    typed = replace(frame_text(DOCUMENT), recipients="Đảng ủy xã\n\n  Lưu: VT, VHXH ", closing="")
    changed = with_frame_text(DOCUMENT, typed)
    assert changed.recipients == ("Đảng ủy xã", "Lưu: VT, VHXH")
    assert changed.closing == ()


def test_a_table_around_the_body_keeps_its_words() -> None:
    changed = with_frame_text(DOCUMENT, FrameText(closing="@bảng: TT [1] | Việc [2]\n| 1 | Họp |"))
    assert [paragraph.text for paragraph in changed.closing] == ["TT Việc 1 Họp"]


@example("*:**:*")  # two stretches of one style side by side
@given(st.text(st.sampled_from("ab *\\#@|[]:\n"), max_size=30))
def test_whatever_is_typed_can_be_read_back(text: str) -> None:
    once = with_frame_text(DOCUMENT, FrameText(opening=text))
    assert with_frame_text(DOCUMENT, frame_text(once)).opening == once.opening
