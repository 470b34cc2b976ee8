"""Headings that have nothing under them, and lists of one."""

from collections.abc import Iterator

from kimhoa_app.documents.checking.findings import Severity
from kimhoa_app.documents.checking.outline import Part, all_parts, parts_of, sibling_lists
from kimhoa_app.documents.checking.rule import Hit, Rule, hit_in
from kimhoa_app.documents.checking.structure.counting import counted
from kimhoa_app.documents.checking.subject import Subject
from kimhoa_app.documents.reading import marks
from kimhoa_app.documents.texts import Role

_BASIS = "Mỗi mục phải có nội dung"
_PARTED = "Chỉ chia mục, gạch đầu dòng khi có từ hai ý trở lên"
_SHOWN = 60


def _empty(subject: Subject) -> Iterator[Hit]:
    for _, siblings in sibling_lists(parts_of(subject)):
        if len(siblings) > 1 and all(map(_is_empty, siblings)):
            continue  # a list of short entries, no headings
        for part in filter(_is_empty, siblings):
            if part.section.heading and part.spot:
                heading = part.section.heading
                name = " ".join(filter(None, (part.section.label, heading)))
                yield Hit(f"Mục “{_short(name)}” chưa có nội dung.", heading, spot=part.spot, place=part.section.place)
            elif part.section.label:
                yield part.hit(f"Mục “{part.section.label}” chưa có nội dung.")


def _is_empty(part: Part) -> bool:
    return not (part.section.blocks or part.children)


def _single_child(subject: Subject) -> Iterator[Hit]:
    for part in all_parts(parts_of(subject)):
        labelled = [child for child in part.children if counted(child)]
        if len(part.children) == 1 and labelled and not labelled[0].section.label.startswith("Điều"):
            yield labelled[0].hit(
                f"Mục “{_short(part.section.label or part.section.heading)}” chỉ có một mục con "
                f"“{labelled[0].section.label}”; nên gộp vào mục trên."
            )


def _single_bullet(subject: Subject) -> Iterator[Hit]:
    texts = [text for text in subject.texts if text.spot.role is Role.BODY and text.spot.appendix is None]
    by_path: dict[tuple[int, ...], list[int]] = {}
    for index, text in enumerate(texts):
        if marks.BULLET.match(text.words):
            by_path.setdefault(text.spot.path, []).append(index)
    for found in by_path.values():
        text = texts[found[0]]
        if len(found) == 1 and text.spot.path and not text.words.startswith("+"):
            yield hit_in(text, 0, 1, "Chỉ có một gạch đầu dòng trong mục; nên viết thành đoạn văn.")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + "…"


RULES: tuple[Rule, ...] = (
    Rule("section-empty", "structure", Severity.WARNING, "mục không có nội dung", _BASIS, _empty),
    Rule("section-single", "structure", Severity.INFO, "mục chỉ có một mục con", _PARTED, _single_child),
    Rule("bullet-single", "structure", Severity.INFO, "mục chỉ có một gạch đầu dòng", _PARTED, _single_bullet),
)
