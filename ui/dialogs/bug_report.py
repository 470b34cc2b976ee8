"""What a person sees of a bug: one sentence, and a short report to copy for whoever mends it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import label


class BugReport(QDialog):
    """Shows the report of one bug; it holds no name and no figure of the clerk's data."""

    def __init__(self, report: str, data_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Có lỗi của chương trình")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = report
        explain = label(
            "Việc vừa làm có thể chưa xong; dữ liệu đã lưu vẫn còn nguyên. Có thể làm tiếp. Hãy gửi dòng dưới đây cho "
            f"người hỗ trợ; chi tiết nằm trong thư mục {data_folder / 'log'}.",
            wrap=True,
        )
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setFixedHeight(72)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(plain_button("Chép báo lỗi", self.copy, icon="copy"))
        close = primary_button("Đóng", self.accept)
        close.setDefault(True)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.PAGE_MARGIN, 16, theme.PAGE_MARGIN, 16)
        layout.setSpacing(12)
        for widget in (label("Chương trình gặp một lỗi ngoài dự kiến", "heading"), explain, text):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.setMinimumWidth(560)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
