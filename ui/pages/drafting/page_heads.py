"""The sentence and the buttons at the head of the page of plans: over its list, and over the desk."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from kimhoa_app.services.documents import DocumentDraft, DocumentEntry, DocumentState
from ui.pages.drafting.naming import PLAN_TEMPLATE, issue_line
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from ui.pages.plans import PlansPage

WHAT_IT_IS: Final = (
    "Kế hoạch, giấy mời, biên bản và văn bản khác của năm, soạn từ mẫu, trình bày theo Nghị định 30/2020"
)
CHECK_A_FILE: Final = "Soát một tệp…"
WHY_A_PLAN: Final = (
    "Chọn mẫu, điền vài mục; chương trình soạn cả kế hoạch: căn cứ còn hiệu lực, các đợt thi đua với ngày kỷ niệm "
    "của năm, phân công và thời hạn. Mọi chữ đều sửa được, rồi xuất Word, PDF hoặc in. Có tệp của năm trước thì kéo "
    "vào trang này: những chỗ chắc chắn được đổi sang năm mới, những chỗ khác được hỏi."
)


def list_head(page: "PlansPage", entries: Sequence[DocumentEntry], plan: DocumentEntry | None) -> None:
    """Say how far the plan of the year is, and offer the next step; without any document say how to begin."""
    year = page.context.year
    from_file = plain_button("Từ tệp năm trước…", page.begin_from_last_year, icon="import")
    if not entries:
        page.say(f"Năm {year} chưa có kế hoạch phát động phong trào thi đua", WHAT_IT_IS)
        page.offer()
        steps = (
            (f"Soạn kế hoạch năm {year}", partial(page.begin, PLAN_TEMPLATE)),
            ("Từ tệp năm trước…", page.begin_from_last_year),
            ("Soạn văn bản khác", page.begin),
            (CHECK_A_FILE, page.check_file),
        )
        page.show_empty(EmptyState("plan", f"Bắt đầu từ kế hoạch năm {year}", WHY_A_PLAN, *steps))
    elif plan is None:
        page.say(f"Năm {year} chưa có kế hoạch phát động phong trào thi đua", WHAT_IT_IS)
        page.offer(
            from_file,
            plain_button("Soạn văn bản khác", page.begin),
            primary_button(f"Soạn kế hoạch năm {year}", partial(page.begin, PLAN_TEMPLATE), icon="add"),
        )
    elif plan.state is DocumentState.DRAFT:
        page.say(f"Kế hoạch năm {year} còn là bản thảo", WHAT_IT_IS)
        page.offer(
            from_file,
            plain_button("Soạn văn bản khác", page.begin, icon="add"),
            primary_button("Soạn tiếp kế hoạch", partial(page.open_document, plan.id), icon="edit"),
        )
    else:
        stands = "đã chốt để ký, chờ số" if plan.awaits_number else f"đã ban hành {issue_line(plan)}"
        page.say(f"Kế hoạch năm {year} {stands}", WHAT_IT_IS)
        page.offer(from_file, primary_button("Soạn văn bản", page.begin, icon="add"))


def desk_head(page: "PlansPage", draft: DocumentDraft) -> None:
    """Offer what can be done with the document on the desk."""
    issue = [plain_button("Ban hành…", page.paper.open_issue)] if not draft.is_issued else []
    if draft.awaits_number:
        issue = [plain_button("Ghi số, ngày…", page.paper.open_issue)]
    origin = [plain_button("So với năm trước", page.questions.open_origin)] if page.questions.record else []
    page.offer(
        plain_button("Danh sách", page.show_list, icon="back"),
        *origin,
        *issue,
        plain_button("In…", page.paper.print, icon="print"),
        plain_button("Xuất PDF", lambda: page.paper.export(".pdf")),
        primary_button("Xuất Word", lambda: page.paper.export(".docx"), icon="export"),
    )
