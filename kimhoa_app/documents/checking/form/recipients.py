"""The recipients: a dash before each, ";" after each, and last the copy that is kept ("- Lưu: VT, ...")."""

import re
from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.printed import Printed, printed_at, printed_lines
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.model import DocumentKind
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.texts import Role

_BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II, 9: Nơi nhận"
_KEPT = re.compile(r"^Lưu\b", re.IGNORECASE)
_RIGHT = re.compile(r"^Lưu: VT\b")
_LOOSE = re.compile(r"^Lưu\s*:?\s*V[TP]\b", re.IGNORECASE)
_WITHOUT = (DocumentKind.MINUTES, DocumentKind.LIST, DocumentKind.OTHER, DocumentKind.INVITATION)


def _printed(subject: Subject) -> list[Printed]:
    document = subject.document
    if subject.source is None:
        return []
    return list(printed_at(subject.source, document.recipients, document.places.recipients))


def _stops(subject: Subject) -> Iterator[Hit]:
    lines = _printed(subject)
    wrong = [line for line in lines[:-1] if not line.text.rstrip("*").endswith(";")]
    wrong += [line for line in lines[-1:] if not line.text.rstrip("*").endswith(".")]
    if wrong:
        yield Hit(
            "Mỗi dòng nơi nhận kết thúc bằng dấu “;”, dòng “Lưu” cuối cùng bằng dấu “.”; "
            f"{len(wrong)} dòng chưa đúng, trước hết là “{wrong[0].text}”.",
            wrong[0].text,
            place=wrong[0].place,
        )


def _dashes(subject: Subject) -> Iterator[Hit]:
    wrong = [
        line for line in _printed(subject) if not line.text.startswith(("- ", "-\u00a0")) and not _is_head(line.text)
    ]
    if wrong:
        yield Hit(
            f"Mỗi dòng nơi nhận bắt đầu bằng “- ”; {len(wrong)} dòng chưa đúng, trước hết là “{wrong[0].text}”.",
            wrong[0].text,
            place=wrong[0].place,
        )


def _is_head(text: str) -> bool:
    return marks.RECIPIENTS.match(text) is not None


def _head(subject: Subject) -> Iterator[Hit]:
    if subject.source is None or not subject.document.recipients:
        return
    for line in printed_lines(subject.source):
        text = line.text.strip("* ")
        if _is_head(text) and not text.startswith("Nơi nhận:"):
            yield Hit(f"“{text[:20]}” phải viết là “Nơi nhận:”.", text[:20], place=line.place)
            return


def _kept_copy(subject: Subject) -> Iterator[Hit]:
    document = subject.document
    texts = [text for text in subject.texts if text.spot.role is Role.RECIPIENT]
    kept = [text for text in texts if _KEPT.match(text.words)]
    if not texts or (not kept and document.kind in _WITHOUT):
        return
    if not kept:
        yield Hit("Nơi nhận chưa có dòng “- Lưu: VT, …”.", place=texts[-1].spot.place, spot=texts[-1].spot)
        return
    if not _RIGHT.match(kept[0].words):
        words = kept[0].words
        loose = _LOOSE.match(words)
        suggestion = "Lưu: VT" if loose and not loose[0].upper().endswith("VP") else None
        end = loose.end() if loose else len(words)
        yield hit_in(kept[0], 0, end, f"“{words}” phải viết theo mẫu “Lưu: VT, …”.", suggestion)
    if kept[-1] is not texts[-1]:
        yield hit_in(kept[-1], 0, len(kept[-1].words), "Dòng “Lưu: VT” phải là dòng cuối của nơi nhận.")


RULES: tuple[Rule, ...] = (
    Rule("recipients-stop", "form", Severity.WARNING, "dấu cuối dòng nơi nhận", _BASIS, _stops),
    Rule("recipients-dash", "form", Severity.WARNING, "dòng nơi nhận thiếu gạch đầu dòng", _BASIS, _dashes),
    Rule("recipients-head", "form", Severity.INFO, "chữ “Nơi nhận:” viết sai mẫu", _BASIS, _head),
    Rule("recipients-kept", "form", Severity.WARNING, "thiếu hoặc sai dòng “Lưu: VT”", _BASIS, _kept_copy),
)
