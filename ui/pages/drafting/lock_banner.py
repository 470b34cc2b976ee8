"""The line above the desk that says why a document is locked, with the way to open it."""

from PySide6.QtCore import Signal

from kimhoa_app.services.documents import DocumentEntry, DocumentState
from ui.pages.drafting.naming import issue_line
from ui.theme import State
from ui.widgets.banner import Banner


class LockBanner(Banner):
    """Asks for `correction_asked` of what has been issued, `reopening_asked` of what waits for its number."""

    correction_asked = Signal()
    reopening_asked = Signal()

    def show_for(self, entry: DocumentEntry, *, locked: bool) -> None:
        """Say how `entry` stands, nothing of a draft; `locked` is whether it may not be changed."""
        if entry.awaits_number:
            self.say(
                "Nội dung đã chốt để ký và được khóa; số và ngày ghi vào sổ khi có.",
                State.ACTIVE,
                mend_text="Mở lại để sửa",
                mend=self.reopening_asked.emit,
            )
        elif locked:
            self.say(
                f"Văn bản đã ban hành {issue_line(entry)}; nội dung được khóa để giữ đúng bản đã ký.",
                State.ACTIVE,
                mend_text="Sửa bản đã ban hành",
                mend=self.correction_asked.emit,
            )
        elif entry.state is DocumentState.ISSUED:
            self.say("Đang sửa bản đã ban hành; bản trước khi sửa được giữ ở Phiên bản.", State.ATTENTION)
        else:
            self.clear()
