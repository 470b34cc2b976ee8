from dataclasses import replace
from datetime import date

import pytest

from db.store import templates as store
from kimhoa_app.documents.model import OfficialDocument, Orientation, Paragraph, Run, Signature, plain
from kimhoa_app.documents.templating import TemplateError, shipped_templates
from kimhoa_app.documents.templating.loading import shipped_text
from kimhoa_app.domain.errors import InvalidInput, NotFound, Refused
from kimhoa_app.domain.office import OfficeKind, OfficePeriod, Signer, SigningCapacity
from kimhoa_app.services import bin as bin_service
from kimhoa_app.services import documents, settings, templates
from kimhoa_app.services.office import set_up
from kimhoa_app.services.workspace import Workspace

PLAN = "ke-hoach-nam"
LETTER = "cong-van-dang-ky"
LETTERS = (LETTER, "cong-van-gui-dang-ky")


@pytest.fixture
def office(workspace: Workspace) -> Workspace:
    set_up(
        workspace,
        OfficePeriod(OfficeKind.COMMUNE, "Kim Hoa", "Hà Tĩnh"),
        [Signer("Trần Văn Bình", SigningCapacity.HEAD, "Chủ tịch Ủy ban nhân dân xã")],
    )
    return workspace


@pytest.fixture
def own(office: Workspace) -> str:
    return templates.copy_template(office, PLAN)


def changed(workspace: Workspace, template_id: str, before: str, after: str) -> str:
    text = templates.read_template(workspace, template_id).text
    assert before in text
    return text.replace(before, after)


def test_a_copy_is_offered_beside_what_ships_and_makes_the_same_document(office: Workspace, own: str) -> None:
    assert own == "rieng-1"
    offered = documents.list_templates(office)
    assert [each.id for each in offered] == [*(each.id for each in shipped_templates()), own]
    assert offered[-1].name == "Kế hoạch phát động phong trào thi đua năm (của cơ quan)"
    assert documents.draft(office, own, 2026, {}) == documents.draft(office, PLAN, 2026, {})


def test_copies_have_names_and_ids_of_their_own(office: Workspace, own: str) -> None:
    again = templates.copy_template(office, PLAN)
    of_own = templates.copy_template(office, own)
    names = [each.name for each in templates.list_own(office)]
    assert len({own, again, of_own}) == len(set(names)) == 3


@pytest.mark.parametrize("each", [template.id for template in shipped_templates()])
def test_every_template_can_be_tried_before_the_office_says_anything(workspace: Workspace, each: str) -> None:
    for year in (2024, 2026, 2027):
        assert templates.try_text(workspace, shipped_text(each), year).title or each in LETTERS


def test_what_is_saved_is_what_new_documents_say(office: Workspace, own: str) -> None:
    before = documents.new_document(office, own, 2026, {})
    kept = documents.read_draft(office, before).document
    templates.save_template(office, own, changed(office, own, "# I. MỤC ĐÍCH", "# I. NHỮNG ĐIỀU MUỐN ĐẠT"), 2026)
    assert documents.draft(office, own, 2026, {}).sections[0].heading.startswith("NHỮNG ĐIỀU")
    assert documents.read_draft(office, before).document == kept
    templates.delete_template(office, own)
    assert documents.read_draft(office, before).document == kept
    assert [entry.template for entry in documents.list_documents(office)] == [own]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("# I. MỤC ĐÍCH", "### I. MỤC ĐÍCH", "không đúng bậc"),
        ("{{ fields.theme }}", "{{ fields.them }}", "“them”"),
        ("@tên loại", "@tên lạ", "“@tên lạ”"),
        ("{% endif %}", "", "sai cú pháp"),
        ('kind = "KH"', 'kind = "XX"', "“kind”"),
        ('key = "also_to"', 'key = "nowhere"', "“nowhere”"),
    ],
)
def test_a_template_at_fault_is_not_saved(office: Workspace, own: str, before: str, after: str, sentence: str) -> None:
    text = changed(office, own, before, after)
    with pytest.raises(TemplateError, match=sentence) as caught:
        templates.save_template(office, own, text, 2026)
    assert caught.value.line is not None or "field" in sentence
    assert templates.read_template(office, own).text == shipped_text(PLAN)


def test_a_name_is_given_once(office: Workspace, own: str) -> None:
    other = templates.copy_template(office, LETTER)
    templates.rename_template(office, other, "  Công văn   của ta ")
    assert templates.read_template(office, other).name == "Công văn của ta"
    for name in ("", "  ", "x" * 300, "Công văn của ta"):
        with pytest.raises(InvalidInput):
            templates.rename_template(office, own, name)


def test_the_original_comes_back_with_what_differed_told(office: Workspace, own: str) -> None:
    assert templates.changed_lines(templates.read_template(office, own)) == []
    templates.save_template(office, own, changed(office, own, "# VI. KINH PHÍ", "# VI. TIỀN"), 2026)
    assert templates.changed_lines(templates.read_template(office, own)) == [
        "- # VI. KINH PHÍ THỰC HIỆN",
        "+ # VI. TIỀN THỰC HIỆN",
    ]
    templates.restore_original(office, own)
    assert templates.read_template(office, own).text == shipped_text(PLAN)


def test_a_deleted_template_is_in_the_bin_and_comes_back(office: Workspace, own: str) -> None:
    row_id = templates.delete_template(office, own)
    assert templates.list_own(office) == []
    with pytest.raises(NotFound):
        documents.draft(office, own, 2026, {})
    (entry,) = bin_service.list_bin(office)
    assert (entry.entity, entry.row_id) == ("office_template", row_id)
    assert entry.label == "Mẫu văn bản: Kế hoạch phát động phong trào thi đua năm (của cơ quan)"
    bin_service.restore(office, entry.entity, entry.row_id)
    assert documents.draft(office, own, 2026, {})


@pytest.mark.parametrize(
    "template_id", ["rieng-", "rieng-0", "rieng-9", "rieng-1x", "rieng-٣", "rieng-99999999999", "x"]
)
def test_an_unknown_template_is_not_found(office: Workspace, template_id: str) -> None:
    with pytest.raises(NotFound):
        documents.draft(office, template_id, 2026, {})


def document_of(workspace: Workspace, document_id: int) -> OfficialDocument:
    return documents.read_draft(workspace, document_id).document


def test_a_document_becomes_a_template_that_makes_it_again(office: Workspace) -> None:
    for template_id in (PLAN, LETTER, "chi-thi-thi-dua", "ke-hoach-hoi-dong", "ke-hoach-dot-thi-dua"):
        document_id = documents.new_document(office, template_id, 2026, {})
        made = templates.template_from_document(office, document_id, f"Mẫu {template_id}")
        assert documents.draft(office, made, 2026, {}) == document_of(office, document_id), template_id
        later = documents.draft(office, made, 2027, {})
        assert "2027" in later.subject


def test_only_the_year_that_is_certain_becomes_a_placeholder(office: Workspace) -> None:
    document_id = documents.new_document(office, PLAN, 2026, {"upper_number": "12/KH-UBND", "upper_date": "05/01/2026"})
    made = templates.template_from_document(office, document_id, "Kế hoạch như năm nay")
    later = documents.draft(office, made, 2027, {})
    assert later.subject.endswith("năm 2027")
    assert "Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026" in later.opening[0].text
    assert "phong trào thi đua năm 2026" in later.opening[0].text


def test_signs_of_commands_in_a_document_stay_words(office: Workspace) -> None:
    document_id = documents.new_document(office, PLAN, 2026, {})
    odd = replace(
        document_of(office, document_id),
        subject="Kế hoạch {{ year }} {% if %} {# x #} \\* @",
        opening=(Paragraph((Run("**sao** "), Run("đậm", bold=True), Run(" {{ office }}"))),),
        blocks=(plain("# không phải đề mục"), plain("| không phải bảng"), plain("@không phải lệnh: x")),
        signatures=(Signature("THƯ KÝ", "An | Bình"), Signature("CHỦ TRÌ", "Chi")),
        end_mark=False,
        orientation=Orientation.LANDSCAPE,
    )
    documents.save_body(office, document_id, odd)
    made = templates.template_from_document(office, document_id, "Mẫu lạ")
    assert documents.draft(office, made, 2026, {}) == odd


def test_a_template_from_a_document_needs_a_name_of_its_own(office: Workspace) -> None:
    document_id = documents.new_document(office, PLAN, 2026, {})
    templates.template_from_document(office, document_id, "Mẫu riêng")
    with pytest.raises(InvalidInput):
        templates.template_from_document(office, document_id, "Mẫu riêng")


def test_what_ships_nowhere_has_no_original(office: Workspace) -> None:
    with office.begin() as uow:
        made = store.add_own(uow, "", "Mẫu riêng", shipped_text(PLAN))
        uow.commit()
    assert templates.read_template(office, made).original is None
    with pytest.raises(Refused):
        templates.restore_original(office, made)


def test_the_plan_of_an_own_template_is_the_plan_of_the_year(office: Workspace, own: str) -> None:
    for template_id, number in (("ke-hoach-dot-thi-dua", 3), (own, 5)):
        document_id = documents.new_document(office, template_id, 2026, {})
        documents.issue(office, document_id, number, date(2026, 1, 6))
    fields = documents.template_fields(office, LETTER, 2026)
    assert (fields["plan_number"], fields["plan_date"]) == ("05/KH-UBND", "06/01/2026")


def test_what_is_asked_for_the_office_is_asked_once(office: Workspace) -> None:
    assert documents.template_fields(office, LETTER, 2026)["standing_body"] == "Phòng Văn hóa - Xã hội"
    typed = {"contact": "Bà Lê Thị Ánh, 0912 345 678", "standing_body": "Văn phòng"}
    documents.draft(office, LETTER, 2026, typed)
    assert documents.template_fields(office, LETTER, 2026)["contact"] == ""
    documents.new_document(office, LETTER, 2026, typed)
    for template_id in (LETTER, "thong-bao-ket-qua"):
        fields = documents.template_fields(office, template_id, 2027)
        assert (fields["contact"], fields["standing_body"]) == ("Bà Lê Thị Ánh, 0912 345 678", "Văn phòng")
    assert settings.read_settings(office).text("paper.contact") == "Bà Lê Thị Ánh, 0912 345 678"
    settings.change_setting(office, "paper.contact", "Ông Đỗ Văn Ba")
    assert documents.template_fields(office, LETTER, 2026)["contact"] == "Ông Đỗ Văn Ba"


def test_an_office_field_that_is_emptied_or_usual_again_is_forgotten(office: Workspace) -> None:
    documents.new_document(office, LETTER, 2026, {"contact": "Bà Ánh", "standing_body": "Văn phòng"})
    documents.new_document(office, LETTER, 2026, {"contact": "", "standing_body": "Phòng Văn hóa - Xã hội"})
    assert not {key for key in settings.read_settings(office).stored if key.startswith("paper.")}


def test_a_field_of_the_year_is_proposed_in_that_year_alone(office: Workspace) -> None:
    documents.new_document(office, PLAN, 2026, {"theme": "Đoàn kết"})
    documents.new_document(office, LETTER, 2026, {"plan_number": "07/KH-UBND", "plan_date": "05/01/2026"})
    assert documents.template_fields(office, "chi-thi-thi-dua", 2026)["theme"] == "Đoàn kết"
    fields = documents.template_fields(office, "ke-hoach-hoi-dong", 2026)
    assert (fields["plan_number"], fields["plan_date"]) == ("07/KH-UBND", "05/01/2026")
    assert documents.template_fields(office, "chi-thi-thi-dua", 2027)["theme"] == ""


def test_an_own_template_that_broke_is_listed_to_be_mended(office: Workspace, own: str) -> None:
    with office.begin() as uow:
        store.write_own(uow, own, "Mẫu hỏng", "hỏng")
        uow.commit()
    assert own not in {each.id for each in documents.list_templates(office)}
    assert [each.name for each in templates.list_own(office)] == ["Mẫu hỏng"]
    with pytest.raises(TemplateError):
        documents.draft(office, own, 2026, {})
    templates.restore_original(office, own)
    assert documents.draft(office, own, 2026, {})
