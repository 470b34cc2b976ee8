"""What the page of a council says before its year has a meeting: the first step to one."""

from typing import TYPE_CHECKING

from kimhoa_app.domain.councils import Council
from kimhoa_app.domain.labels import label
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from ui.pages.council import CouncilPage


def first_step(page: "CouncilPage", council: Council | None) -> tuple[str, str, EmptyState]:
    """Return the title, the line under it, and the step: a council, its missing members, or a meeting."""
    if council is None:
        why = (
            "Lập Hội đồng một lần theo quyết định; mỗi năm chỉ việc chuẩn bị cuộc họp, điểm danh, nhập phiếu, "
            "và có ngay biên bản."
        )
        sentence = "Bắt đầu từ quyết định thành lập Hội đồng"
        step = ("Lập Hội đồng", page.set_up_council)
        return f"Chưa có {label(page.kind)}", "Bàn của thư ký Hội đồng", EmptyState("council", sentence, why, step)
    year = page.context.year
    title = f"Năm {year} chưa có cuộc họp nào của Hội đồng"
    members = ("Thành viên Hội đồng", page.show_members)
    if council.faults:
        sentence = "Hội đồng chưa đủ để họp: " + " ".join(council.faults)
        why = "Bổ sung thành viên rồi chuẩn bị cuộc họp."
        return title, council.name, EmptyState("council", sentence, why, members)
    why = f"{len(council.members)} thành viên; {page.waiting} {year} được đưa ngay vào danh sách xét."
    sentence = f"Chuẩn bị cuộc họp xét {page.subject} năm {year}"
    return (
        title,
        council.name,
        EmptyState("council", sentence, why, ("Chuẩn bị cuộc họp", page.prepare_meeting), members),
    )
