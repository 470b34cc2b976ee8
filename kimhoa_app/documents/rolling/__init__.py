"""Last year's document rolled forward: what is certain is changed, what is not is asked about, nothing is lost."""

from kimhoa_app.documents.rolling.memory import DepartedPerson, FormerName, OfficeMemory, PresentSigner
from kimhoa_app.documents.rolling.outcome import Change, Kept, Question, Rolled
from kimhoa_app.documents.rolling.roll import roll

__all__ = [
    "Change",
    "DepartedPerson",
    "FormerName",
    "Kept",
    "OfficeMemory",
    "PresentSigner",
    "Question",
    "Rolled",
    "roll",
]
