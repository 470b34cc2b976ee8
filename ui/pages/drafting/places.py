"""Where in a document one stands while editing it."""

from enum import Enum

from kimhoa_app.documents.editing import Path


class Part(Enum):
    """A part of a document that is no section."""

    HEAD = "Phần đầu"
    BLOCKS = "Nội dung chung"
    END = "Kết thúc, nơi nhận"


Place = Part | Path
