"""Two documents beside each other: which paragraph answers to which, and the words that differ in them."""

from kimhoa_app.documents.comparing.comparison import (
    ComparedRow,
    ComparedSide,
    Comparison,
    RowChange,
    compare,
)
from kimhoa_app.documents.comparing.word_marks import ComparedRun, Mark

__all__ = ["ComparedRow", "ComparedRun", "ComparedSide", "Comparison", "Mark", "RowChange", "compare"]
