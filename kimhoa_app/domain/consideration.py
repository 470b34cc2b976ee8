"""What is known of a person for the sake of commendation alone, beside what the registers of staff hold."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.text.normal import tidy


class ConsiderationKind(StrEnum):
    """What such a fact is about.

    Hợp đồng trước tuyển dụng, kết quả học, ý kiến đơn vị cũ, việc đang xem xét, năm không xếp loại.
    """

    CONTRACT = "contract"
    TRAINING_RESULT = "training_result"
    OLD_UNIT_OPINION = "old_unit_opinion"
    PROCEEDING = "proceeding"
    NOT_RATED = "not_rated"


class Occasion(StrEnum):
    """Why an award was given when not by merit: đột xuất, phong trào (chuyên đề), cống hiến, niên hạn, đối ngoại."""

    SUDDEN = "sudden"
    MOVEMENT = "movement"
    CONTRIBUTION = "contribution"
    SENIORITY = "seniority"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class ConsiderationFact:
    """One fact of a person; `is_good` is that of a training's result alone, `note` its words or its paper."""

    person_id: int
    kind: ConsiderationKind
    valid_from: date
    valid_to: date | None = None
    is_good: bool | None = None
    note: str = ""


def checked_fact(fact: ConsiderationFact) -> ConsiderationFact:
    """Return the fact with its note trimmed; raises InvalidInput for the field at fault."""
    if fact.valid_to is not None and fact.valid_to < fact.valid_from:
        raise InvalidInput("valid_to", "Ngày kết thúc phải từ ngày bắt đầu trở đi.")
    if (fact.kind is ConsiderationKind.TRAINING_RESULT) != (fact.is_good is not None):
        raise InvalidInput("is_good", "Kết quả học tập đi cùng việc đi học, và phải ghi đạt khá trở lên hay không.")
    note = tidy(fact.note)
    if not note and fact.kind in (ConsiderationKind.OLD_UNIT_OPINION, ConsiderationKind.PROCEEDING):
        raise InvalidInput("note", "Hãy ghi nội dung, kèm số và ngày văn bản nếu có.")
    return ConsiderationFact(fact.person_id, fact.kind, fact.valid_from, fact.valid_to, fact.is_good, note)
