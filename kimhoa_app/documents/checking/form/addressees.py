"""The addressees and the subject of a letter."""

from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.printed import printed_at
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import DocumentKind
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.texts import Role

_DECREE = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II"


def _stops(subject: Subject) -> Iterator[Hit]:
    document = subject.document
    if subject.source is None or len(document.addressees) < 2:
        return
    lines = list(printed_at(subject.source, document.addressees, document.places.addressees))
    wrong = [line for line in lines[:-1] if not line.text.endswith(";")]
    wrong += [line for line in lines[-1:] if not line.text.endswith(".")]
    wrong += [line for line in lines if not marks.BULLET.match(line.text) and not marks.ADDRESSING.match(line.text)]
    if wrong:
        yield Hit(
            "Kính gửi từ hai nơi trở lên: mỗi nơi một dòng “- …;”, dòng cuối kết thúc bằng dấu “.”; "
            f"xem lại “{wrong[0].text}”.",
            wrong[0].text,
            place=wrong[0].place,
        )


def _capital_after_about(subject: Subject) -> Iterator[Hit]:
    """Yield a subject of a letter that begins with a capital; a word all in capitals or a name of two is none."""
    if subject.document.kind is not DocumentKind.LETTER:
        return
    for text in subject.texts:
        first, _, rest = text.words.partition(" ")
        if text.spot.role is Role.SUBJECT and first.istitle() and rest[:1].islower():
            yield hit_in(text, 0, len(first), "Sau “V/v” viết chữ thường.", first.lower())


RULES: tuple[Rule, ...] = (
    Rule("addressee-stop", "form", Severity.INFO, "dấu cuối dòng Kính gửi", f"{_DECREE}, 9", _stops),
    Rule("letter-subject", "form", Severity.INFO, "chữ hoa sau “V/v”", f"{_DECREE}, 5", _capital_after_about),
)
