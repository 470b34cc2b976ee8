"""A document written as the text of a template, so that the office can make others like it."""

import json
import re
from collections.abc import Iterator

from kimhoa_app.documents.editing import blocks_text, section_text
from kimhoa_app.documents.model import Appendix, DocumentKind, OfficialDocument, Orientation, Paragraph, Signature
from kimhoa_app.documents.templating import Issuer
from kimhoa_app.documents.templating.inline import runs_text

_OPENS = re.compile(r"\{(?=[{%#])")
_NUMBERED_ACT = re.compile(r"\bsố\s+\d")
_STANDARD = {
    ("TM. ỦY BAN NHÂN DÂN",): Issuer.COMMITTEE,
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"): Issuer.COMMITTEE,
    ("TM. HỘI ĐỒNG",): Issuer.COUNCIL,
    ("TM. HỘI ĐỒNG", "KT. CHỦ TỊCH"): Issuer.COUNCIL,
    ("KT. CHỦ TỊCH",): Issuer.CHAIRMAN,
    (): Issuer.CHAIRMAN,
}
_POSTS = ("CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Q. CHỦ TỊCH")


def template_text(document: OfficialDocument, name: str) -> str:
    """Return a template that makes the same document again, with the letterhead and the signer of the office.

    The year in the subject and in lines that cite no numbered act becomes a placeholder; all other words stay.
    """
    year = document.year
    lines = (_with_year(_without_commands(line), year) for line in _lines(document))
    return "\n".join((*_front(document, name), *lines, ""))


def _front(document: OfficialDocument, name: str) -> Iterator[str]:
    head = document.letterhead
    yield "+++"
    yield 'id = "mau-rieng"'
    yield f"name = {json.dumps(name, ensure_ascii=False)}"
    yield f'kind = "{(document.kind or DocumentKind.LIST).value}"'
    yield 'description = "Mẫu lập từ một văn bản của cơ quan."'
    yield 'needs = "year"'
    yield f'issuer = "{_issuer(document).value}"'
    yield f"symbol = {json.dumps(head.symbol if head else '', ensure_ascii=False)}"
    yield "+++"


def _issuer(document: OfficialDocument) -> Issuer:
    head = " ".join(document.letterhead.issuer).upper() if document.letterhead else ""
    if head.startswith("HỘI ĐỒNG THI ĐUA"):
        return Issuer.COUNCIL
    alone = document.signatures[0] if len(document.signatures) == 1 else None
    return _STANDARD.get(alone.authority, Issuer.COMMITTEE) if alone and alone.position in _POSTS else Issuer.COMMITTEE


def _lines(document: OfficialDocument) -> Iterator[str]:
    yield from _directives("tên loại", document.title)
    yield from _directives("trích yếu", document.subject)
    yield from _directives("thẩm quyền", document.issuing_post)
    if document.orientation is Orientation.LANDSCAPE:
        yield "@khổ ngang"
    if not document.end_mark:
        yield "@không dấu kết"
    yield from _directives("kính gửi", *document.addressees)
    yield from _directives("căn cứ", *document.legal_bases)
    yield from _directives("lời ban hành", document.enacting)
    yield from _paragraphs("mở đầu", document.opening)
    yield from _split(blocks_text(document.blocks))
    for section in document.sections:
        yield from _split(section_text(section))
    yield from _paragraphs("kết thúc", (*document.closing, *document.notes))
    yield from _signatures(document)
    yield from _directives("nơi nhận", *document.recipients)
    for appendix in document.appendices:
        yield from _appendix(appendix)


def _signatures(document: OfficialDocument) -> Iterator[str]:
    if not document.signatures:
        yield "@không chữ ký"
        return
    (first, *others) = document.signatures
    if others or first.position not in _POSTS or _STANDARD.get(first.authority) is not _issuer(document):
        for signature in document.signatures:
            yield f"@chữ ký: {_cells(signature)}"


def _cells(signature: Signature) -> str:
    return " | ".join(
        _escaped(part).replace("|", r"\|") for part in (*signature.authority, signature.position, signature.name)
    )


def _appendix(appendix: Appendix) -> Iterator[str]:
    yield f"@phụ lục: {_escaped(appendix.heading)}".rstrip()
    if appendix.orientation is Orientation.LANDSCAPE:
        yield "@khổ ngang"
    yield from _directives("tên phụ lục", appendix.title)
    yield from _directives("kèm theo", appendix.reference)
    yield from _split(blocks_text(appendix.blocks))
    yield from _directives("lời kết phụ lục", appendix.closing)


def _directives(name: str, *texts: str) -> Iterator[str]:
    yield from (f"@{name}: {_escaped(text)}" for text in texts if text.strip())


def _paragraphs(name: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    yield from (f"@{name}: {' '.join(runs_text(each.runs).split())}" for each in paragraphs if each.text.strip())


def _split(text: str) -> list[str]:
    return text.split("\n") if text else []


def _escaped(text: str) -> str:
    return " ".join(text.split()).replace("\\", r"\\")


def _without_commands(line: str) -> str:
    """Return the line with no sign in it that begins a command."""
    return _OPENS.sub('{{ "{" }}', line)


def _with_year(line: str, year: int | None) -> str:
    if year is None or _NUMBERED_ACT.search(line):
        return line
    return re.sub(rf"(?<!\d )\bnăm {year}\b(?!\s*[-–]\s*\d)", "năm {{ year }}", line)
